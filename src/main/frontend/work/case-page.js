"use strict";
/* A case page: what is written is kept; who else is at it, and what is new, show by themselves. */
(() => {
  const form = document.getElementById("antwoord");
  const draft = document.getElementById("concept");
  if (form && draft) keepWhatIsWritten();
  const who = document.getElementById("aan-het-werk");
  if (who) stayCurrent();

  function keepWhatIsWritten() {
    const SOON = 700;
    const AT_LEAST = 3000;
    let timer = null;
    let busy = false;
    let dirty = false;
    let leaving = false;
    let last = 0;

    const fields = (more) => {
      const all = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") all.append(name, value);
      }
      if (more) all.append(more.name, more.value);
      return all;
    };

    const keep = async (more) => {
      if (busy) return;
      busy = true;
      dirty = false;
      last = Date.now();
      try {
        const answer = await fetch(draft.dataset.keeps, {
          method: "POST", body: fields(more), headers: { "HX-Request": "true" } });
        if (answer.ok) {
          draft.innerHTML = await answer.text();
        } else {
          failed(answer.status >= 500);
        }
      } catch {
        failed(true);
      }
      busy = false;
      if (dirty) soon();
    };

    /* Who is no longer logged in is asked to when they send, and that keeps what they wrote. */
    const failed = (again) => {
      dirty = again;
      draft.textContent = again ? draft.dataset.failed : draft.dataset.out;
    };

    const soon = () => {
      clearTimeout(timer);
      const wait = Math.min(SOON, Math.max(0, last + AT_LEAST - Date.now()));
      timer = setTimeout(() => keep(), wait);
    };

    form.addEventListener("input", (event) => {
      if (event.target.type === "file") return;
      dirty = true;
      document.querySelectorAll("#voorbeeld [data-old]").forEach((note) => { note.hidden = false; });
      if (!busy) soon();
    });
    document.addEventListener("submit", () => { leaving = true; });
    draft.addEventListener("click", (event) => {
      const anyway = event.target.closest("button[name=toch]");
      if (!anyway) return;
      event.preventDefault();
      keep(anyway);
    });
    window.addEventListener("pagehide", () => {
      if (!dirty || leaving) return;
      fetch(draft.dataset.keeps, {
        method: "POST", body: fields(), headers: { "HX-Request": "true" }, keepalive: true });
    });
  }

  function stayCurrent() {
    const list = document.querySelector("#tijdlijn[data-live]");
    const unread = new Set();
    let latest = null;
    let stream = null;
    let busy = false;
    let again = false;

    const open = () => {
      if (stream || document.hidden) return;
      stream = new EventSource(who.dataset.stream);
      stream.addEventListener("people", (event) => { who.textContent = event.data; });
      stream.addEventListener("changed", look);
    };
    const close = () => {
      if (!stream) return;
      stream.close();
      stream = null;
      who.textContent = "";
    };

    /* What is being read or typed stays where it is on the screen. */
    const steady = (change) => {
      const on = document.activeElement;
      const held = form && form.contains(on)
        ? on
        : [...list.children].find((one) => one.getBoundingClientRect().bottom > 0) || list;
      const before = held.getBoundingClientRect().top;
      change();
      const moved = held.getBoundingClientRect().top - before;
      if (moved) window.scrollBy({ top: moved, behavior: "instant" });
    };

    /* What was before somebody's eyes for a second was shown to them. */
    const watch = new IntersectionObserver((seen) => {
      for (const one of seen) {
        clearTimeout(one.target.waits);
        if (one.isIntersecting) one.target.waits = setTimeout(() => read(one.target), 1000);
      }
    }, { threshold: 0.6 });

    const read = (item) => {
      watch.unobserve(item);
      unread.delete(item);
      if (unread.size || !latest || !("whole" in list.dataset)) return;
      for (const name of ["seen", "beantwoord"]) {
        const now = latest.querySelector("#antwoord [name=" + name + "]");
        if (!now) continue;
        document.querySelectorAll("input[name=" + name + "]")
          .forEach((field) => { field.value = now.value; });
      }
    };

    async function look() {
      if (!list) return;
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      try {
        const answer = await fetch(list.dataset.live, { headers: { "HX-Request": "true" } });
        if (!answer.ok) {
          close();
          return;
        }
        latest = new DOMParser().parseFromString(await answer.text(), "text/html");
        const items = [...latest.querySelectorAll("#tijdlijn > li[id]")]
          .filter((item) => !document.getElementById(item.id));
        const here = latest.getElementById("aan-het-werk");
        if (here) who.dataset.stream = here.dataset.stream;
        if (items.length) steady(() => items.forEach(add));
      } catch {
        // the stream says it again
      } finally {
        busy = false;
        if (again) {
          again = false;
          look();
        }
      }
    }

    const add = (item) => {
      const added = document.adoptNode(item);
      added.classList.add("arrived");
      list.append(added);
      if (window.htmx) window.htmx.process(added);
      unread.add(added);
      watch.observe(added);
    };

    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    window.addEventListener("pagehide", close);
    open();
  }
})();
