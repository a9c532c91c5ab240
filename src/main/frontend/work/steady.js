"use strict";
(() => {
  // A list that is renewed by itself: what is being read stays where it is, and what came or
  // changed meanwhile is marked and said once.
  let held = null;
  let before = null;
  let chosen = [];
  const marks = new Map();

  const items = (list) => [...list.querySelectorAll("li[id]")];
  const words = (item) => item.textContent.replace(/\s+/g, " ").trim();
  const inView = (item) => {
    const box = item.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  };
  const steady = (target) => target && target.hasAttribute && target.hasAttribute("data-steady");

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!steady(event.target)) return;
    const all = items(event.target);
    before = new Map(all.map((item) => [item.id, item.dataset.words || words(item)]));
    chosen = [...event.target.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.id);
    // Where the focus is, else under the pointer, else the first that is seen whole.
    const seen = all.filter(inView);
    const read = seen.find((item) => item.contains(document.activeElement))
      || seen.find((item) => item.matches(":hover"))
      || seen.find((item) => item.getBoundingClientRect().top >= 0)
      || seen[0];
    held = read ? { id: read.id, top: read.getBoundingClientRect().top } : null;
  });

  const mark = (item, kind, news) => {
    const title = item.querySelector(".card__title") || item;
    const sign = document.createElement("strong");
    sign.className = "mark-of-news";
    sign.textContent = kind === "new" ? news.dataset.markNew : news.dataset.markChanged;
    title.append(" ", sign);
  };

  const say = (news, came, changed, first) => {
    const said = [];
    if (came) said.push(came === 1 ? news.dataset.newOne : news.dataset.new.replace("{0}", came));
    if (changed) {
      said.push(changed === 1 ? news.dataset.changedOne : news.dataset.changed.replace("{0}", changed));
    }
    news.textContent = said.join(" ");
    if (!said.length) return;
    const link = document.createElement("a");
    link.className = "utrecht-link";
    link.href = "#" + first;
    link.textContent = news.dataset.show;
    news.append(link);
  };

  document.addEventListener("htmx:afterSwap", () => {
    const list = before && document.querySelector("[data-steady]");
    if (!list) return;
    const bell = document.getElementById("bell");
    if (bell) htmx.trigger(bell, "look");
    chosen.map((id) => document.getElementById(id)).filter(Boolean).forEach((box) => { box.checked = true; });
    const news = document.getElementById("news");
    const all = items(list);
    all.forEach((item) => {
      const now = words(item);
      item.dataset.words = now;
      if (!before.has(item.id)) marks.set(item.id, "new");
      else if (before.get(item.id) !== now && marks.get(item.id) !== "new") marks.set(item.id, "changed");
    });
    const marked = all.filter((item) => marks.has(item.id));
    if (news) {
      marked.forEach((item) => mark(item, marks.get(item.id), news));
      const came = marked.filter((item) => marks.get(item.id) === "new").length;
      say(news, came, marked.length - came, marked.length ? marked[0].id : "");
    }
    const item = held && document.getElementById(held.id);
    if (item) window.scrollBy({ top: item.getBoundingClientRect().top - held.top, behavior: "instant" });
    held = null;
    before = null;
  });

  // What was shown is no news any more.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#news a");
    if (!link) return;
    event.preventDefault();
    const item = document.getElementById(link.hash.slice(1));
    const to = item && item.querySelector("a, button");
    if (to) to.focus();
    marks.clear();
    document.querySelectorAll(".mark-of-news").forEach((sign) => sign.remove());
    document.getElementById("news").textContent = "";
  });
})();
