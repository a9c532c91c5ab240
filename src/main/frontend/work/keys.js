"use strict";
(() => {
  const GO = { t: "/werk", n: "/werk/nieuw", b: "/werk/bellen", o: "/werk/onzeker",
    m: "/werk/mijn-pagina", w: "/werk/team" };
  const SOON = 1500;
  let going = -SOON;

  const dialog = (id) => document.getElementById(id);
  const open = (id) => {
    const one = dialog(id);
    if (!one || one.open) return;
    one.showModal();
    if (id === "palette") {
      const input = dialog("palette-input");
      input.value = "";
      htmx.trigger(input, "opened");
      input.focus();
    }
  };

  const seen = (one) => one && one.getClientRects().length > 0;

  // What folds around it opens first.
  const to = (one) => {
    if (!one) return false;
    for (let part = one.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
    one.scrollIntoView({ block: "center", behavior: "instant" });
    one.focus();
    return true;
  };
  const field = (act) => document.querySelector(
    `main form[action$='/${act}'] :is(textarea, select, input:not([type=hidden]))`);

  const stops = () => [...document.querySelectorAll("main li[id]")]
    .map((item) => item.querySelector(".card__title a") || item.querySelector("a"))
    .filter(seen);
  const step = (by) => {
    const all = stops();
    const item = document.activeElement.closest("main li[id]");
    const at = item ? all.findIndex((link) => item.contains(link)) : by > 0 ? -1 : all.length;
    return to(all[Math.max(0, Math.min(all.length - 1, at + by))]);
  };
  const within = (selector) => {
    const item = document.activeElement.closest("main li[id]");
    return (item && item.querySelector(selector)) || document.querySelector("main " + selector);
  };
  const reply = () => {
    const act = document.activeElement.closest("main li[id]")
      && within("a[href*='#antwoord']");
    if (act) act.click();
    else to(field("antwoord"));
  };
  const mark = () => {
    const item = document.activeElement.closest("main li[id]");
    const box = item && item.querySelector("input[form=samen]");
    if (box) box.click();
  };
  const search = () => to(document.querySelector("[data-search], input[type=search]")) || open("palette");

  const ACTS = {
    "?": () => open("keys-help"),
    "/": search,
    j: () => step(1),
    k: () => step(-1),
    x: mark,
    r: reply,
    n: () => to(field("notitie")),
    c: () => to(within("a[href^='tel:']")),
  };

  const typing = (on) => on.matches("input, textarea, select, [contenteditable]")
    && !on.matches("[type=checkbox], [type=radio], [type=submit], [type=button]");

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open("palette");
      return;
    }
    const off = document.body.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey
      || event.defaultPrevented || typing(event.target) || document.querySelector("dialog[open]");
    if (off) return;
    if (event.timeStamp - going < SOON && GO[event.key]) {
      going = -SOON;
      event.preventDefault();
      location.assign(GO[event.key]);
    } else if (event.key === "g") {
      going = event.timeStamp;
    } else if (Object.hasOwn(ACTS, event.key)) {
      event.preventDefault();
      ACTS[event.key]();
    }
  });

  // The list of commands: a combobox (WAI-ARIA Authoring Practices), the focus stays in the field.
  const options = () => [...document.querySelectorAll("#palette-list [data-path]")];
  const choose = (one) => {
    options().forEach((other) => other.setAttribute("aria-selected", String(other === one)));
    const input = dialog("palette-input");
    if (one) {
      input.setAttribute("aria-activedescendant", one.id);
      one.scrollIntoView({ block: "nearest", behavior: "instant" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const go = (one) => {
    dialog("palette").close();
    const path = one.dataset.path;
    const together = document.querySelector(`#samen button[formaction="${path}"]`);
    if (together && document.querySelector("input[form=samen]:checked")) {
      together.click();
      return;
    }
    const [page, place] = path.split("#");
    if (place && page === location.pathname) {
      to(field(place)) || to(document.getElementById(place));
    } else {
      location.assign(path);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "palette-input") return;
    const all = options();
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      if (all.length) choose(all[(at + by + all.length) % all.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (all[at]) go(all[at]);
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "palette-list") choose(options()[0]);
  });
  document.addEventListener("click", (event) => {
    const on = event.target;
    const option = on.closest("#palette-list [data-path]");
    if (option) go(option);
    else if (on.closest("[data-close]")) on.closest("dialog").close();
    else if (on.closest("[data-palette]")) open("palette");
    else if (on.closest("[data-keys-help]")) open("keys-help");
  });
})();
