"use strict";
(() => {
  // In a field of several lines Enter begins a new line: with Ctrl it sends.
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest("form[data-send]");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // Somebody is on the line: the page for it opens by itself, once, unless something was typed here.
  const TYPED = "main textarea, main input:not([type=hidden]):not([type=radio]):not([type=checkbox])";
  const shown = new URLSearchParams(location.search).get("gesprek");
  if (shown) sessionStorage.setItem("opened:" + shown, "1");
  const open = () => {
    const link = document.querySelector("#telefoon a[data-opens]");
    if (!link) return;
    const key = "opened:" + link.dataset.opens;
    if (sessionStorage.getItem(key)) return;
    const typed = [...document.querySelectorAll(TYPED)].some((field) => field.value.trim());
    if (typed) return;
    sessionStorage.setItem(key, "1");
    location.assign(link.href);
  };
  document.addEventListener("htmx:afterSwap", open);
  document.addEventListener("htmx:load", open);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();
