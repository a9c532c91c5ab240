// What no page uses of the packages' style is not sent: purge.mjs STYLE THEME, each rewritten.
// Of our own theme also the tokens that no rule asks for; a municipality's own theme stays whole.
import { readFile, writeFile } from "node:fs/promises";
import { PurgeCSS } from "purgecss";

const [style, theme] = process.argv.slice(2);
const pages = ["../jte/**/*.jte", "../java/nl/aanspreekpunt/web/**/*.java", "*.js", "work/*.js"];

const [rules] = await new PurgeCSS().purge({ content: pages, css: [style] });
const [, tokens] = await new PurgeCSS().purge({
  content: pages,
  css: [{ raw: rules.css }, { raw: await readFile(theme, "utf8") }],
  safelist: ["voorbeeld-theme"],
  variables: true,
});
await writeFile(style, rules.css);
await writeFile(theme, tokens.css);
