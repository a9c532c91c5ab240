"use strict";
(() => {
  const box = () => document.getElementById("text");

  // As if it was typed: what listens hears it, and the browser's own undo takes it back.
  const put = (from, to, words) => {
    const text = box();
    text.focus();
    text.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, words)) {
      text.setRangeText(words, from, to, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  // Plain words in the place of difficult ones: where these stand now, nearest to where they stood.
  document.addEventListener("click", (event) => {
    const take = event.target.closest("[data-instead]");
    if (!take || !box()) return;
    event.preventDefault();
    const { found, instead, at } = take.dataset;
    let nearest = -1;
    for (let i = box().value.indexOf(found); i >= 0; i = box().value.indexOf(found, i + 1)) {
      if (nearest < 0 || Math.abs(i - at) < Math.abs(nearest - at)) nearest = i;
    }
    if (nearest >= 0) put(nearest, nearest + found.length, instead);
    take.closest("li").remove();
  });

  // The box was put in again with a standard text behind what was typed.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "text" || !box()) return;
    box().focus();
    box().setSelectionRange(box().value.length, box().value.length);
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
