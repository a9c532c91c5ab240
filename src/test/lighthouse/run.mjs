// Starts a hub with the demo municipality, lives one question through it, and has Lighthouse look
// at the five main pages, as on a telephone of the middle class on a slow line (its own default).
// Fails when one of them scores under 95 for performance, accessibility or best practices.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { simpleParser } from "mailparser";
import puppeteer from "puppeteer-core";
import { SMTPServer } from "smtp-server";

const WANTED = 95;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const PASSWORD = "een nieuw lang wachtwoord";

const folder = await mkdtemp(join(tmpdir(), "aanspreekpunt-"));
const ends = [() => rm(folder, { recursive: true, force: true })];
try {
  process.exitCode = (await look()) ? 0 : 1;
} finally {
  for (const end of ends.reverse()) await end();
}

async function look() {
  const mails = await mailbox();
  const hub = await start(mails.port);
  const citizen = visitor(hub.base);
  await citizen.get("/");
  const question = {
    text: "De lantaarnpaal voor mijn deur is uit.",
    topic: "straat-en-groen",
    name: "Noor Licht",
    email: "noor@example.org",
  };
  // Who is as quick as a program is asked to send it again.
  await new Promise((written) => setTimeout(written, 4_000));
  const received = await citizen.post("/vraag", question);
  if (!received.path.startsWith("/ontvangen/")) {
    throw new Error(`not received: ${received.status} ${received.path}`);
  }
  const letter = await mails.first("noor@example.org");
  const follow = new URL(letter.text.match(/https?:\/\/\S+\/v\/\S+/)[0]).pathname;

  const official = await loggedIn(hub, "samira.elamrani");
  const today = await official.get("/werk");
  const number = today.body.match(/\/werk\/vragen\/(\w+)/)[1];
  const coordinator = await loggedIn(hub, "jan.devries");

  const pages = [
    ["the form", "/", null],
    ["what a citizen follows", follow, null],
    ["Today", "/werk", official],
    ["a case", `/werk/vragen/${number}`, official],
    ["the team", "/werk/team", coordinator],
  ];
  const chrome = await launch({
    chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
  });
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}` });
  ends.push(() => chrome.kill());
  let good = true;
  console.log(["page".padEnd(24), ...CATEGORIES].join("  "));
  for (const [name, path, reader] of pages) {
    const page = await browser.newPage();
    for (const [name, value] of reader?.cookies() ?? []) {
      await browser.setCookie({ name, value, domain: "127.0.0.1", path: "/" });
    }
    const result = await lighthouse(
      hub.base + path,
      { output: "html", logLevel: "error", onlyCategories: CATEGORIES },
      undefined,
      page,
    );
    await page.close();
    const scores = CATEGORIES.map((one) => Math.round(result.lhr.categories[one].score * 100));
    console.log([name.padEnd(24), ...scores.map((s, i) => String(s).padStart(CATEGORIES[i].length))].join("  "));
    await writeFile(join(process.argv[2], `${name.replaceAll(" ", "-")}.html`), result.report);
    if (result.lhr.finalDisplayedUrl !== hub.base + path) {
      throw new Error(`${name}: looked at ${result.lhr.finalDisplayedUrl}`);
    }
    for (const audit of Object.values(result.lhr.audits)) {
      const scored = ["binary", "numeric", "metricSavings"].includes(audit.scoreDisplayMode);
      if (scored && audit.score !== null && audit.score < 0.9) {
        console.log(`    ${audit.id}: ${audit.displayValue ?? audit.title}`);
      }
    }
    good &&= scores.every((score) => score >= WANTED);
  }
  return good;
}

/** A mail server that keeps what it gets. */
async function mailbox() {
  const got = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) =>
      simpleParser(stream).then((mail) => {
        got.push({ to: session.envelope.rcptTo.map((one) => one.address), text: mail.text });
        done();
      }, done),
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  ends.push(() => new Promise((closed) => server.close(closed)));
  return {
    port: server.server.address().port,
    first: (address) => until(() => got.find((mail) => mail.to.includes(address)), `mail to ${address}`),
  };
}

async function start(relay) {
  const [http, management, smtp] = [await freePort(), await freePort(), await freePort()];
  const hub = spawn(resolve("bin/run"), {
    env: {
      ...process.env,
      AANSPREEKPUNT_DEMO: "true",
      AANSPREEKPUNT_DATA_DIR: folder,
      AANSPREEKPUNT_HTTP_PORT: http,
      AANSPREEKPUNT_MANAGEMENT_PORT: management,
      AANSPREEKPUNT_SMTP_PORT: smtp,
      AANSPREEKPUNT_RELAY_HOST: "127.0.0.1",
      AANSPREEKPUNT_RELAY_PORT: relay,
      AANSPREEKPUNT_RELAY_TLS: "off",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  hub.stdout.on("data", (more) => (said += more));
  ends.push(
    () =>
      new Promise((ended) => {
        if (hub.exitCode !== null) ended();
        hub.once("exit", ended);
        hub.kill("SIGTERM");
      }),
  );
  await until(() => {
    if (hub.exitCode !== null) throw new Error(`the hub stopped: ${said}`);
    return /^ready in/m.test(said);
  }, "the hub");
  const password = (who) => said.match(new RegExp(`^password\\s+(${who}@\\S+)\\s+(\\S+)`, "m"));
  return { base: `http://127.0.0.1:${http}`, password };
}

async function loggedIn(hub, who) {
  const [, email, first] = hub.password(who);
  const official = visitor(hub.base);
  await official.get("/inloggen");
  await official.post("/inloggen", { email, password: first });
  const changed = await official.post("/wachtwoord", { old: first, chosen: PASSWORD, repeated: PASSWORD });
  if (!changed.path.startsWith("/werk")) throw new Error(`${who} is not logged in: ${changed.path}`);
  return official;
}

/** A browser without a screen: keeps cookies, and the token of the form it saw last. */
function visitor(base) {
  const jar = new Map();
  let token = "";
  const ask = async (path, init = {}) => {
    const answer = await fetch(base + path, {
      redirect: "manual",
      ...init,
      headers: { ...init.headers, Cookie: [...jar].map((cookie) => cookie.join("=")).join("; "), "Accept-Language": "nl" },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const to = answer.headers.get("Location");
    if (to) return ask(to);
    const body = await answer.text();
    token = body.match(/name="token" value="([^"]*)"/)?.[1] ?? token;
    return { path, status: answer.status, body };
  };
  const nonce = (body) => body.match(/name="nonce" value="([^"]*)"/)?.[1];
  let seen = "";
  return {
    cookies: () => [...jar],
    get: async (path) => {
      const page = await ask(path);
      seen = nonce(page.body) ?? seen;
      return page;
    },
    post: async (path, fields) => {
      const form = new FormData();
      Object.entries({ token, nonce: seen, ...fields }).forEach(([name, value]) => form.set(name, value));
      const page = await ask(path, { method: "POST", body: form });
      seen = nonce(page.body) ?? seen;
      return page;
    },
  };
}

async function until(found, what) {
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const it = found();
    if (it) return it;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`waited two minutes for ${what}`);
}

function freePort() {
  return new Promise((taken) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => taken(port));
    });
  });
}
