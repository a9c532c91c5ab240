"use strict";
(() => {
  // A list that is renewed by itself: what is being read stays where it is.
  let held = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.target.hasAttribute("data-steady")) return;
    const seen = [...event.target.querySelectorAll("li[id]")]
      .find((item) => item.getBoundingClientRect().bottom > 0);
    held = seen && window.scrollY > 0 ? { id: seen.id, top: seen.getBoundingClientRect().top } : null;
  });
  document.addEventListener("htmx:afterSwap", () => {
    const item = held && document.getElementById(held.id);
    if (item) window.scrollBy({ top: item.getBoundingClientRect().top - held.top, behavior: "instant" });
    held = null;
  });
})();
