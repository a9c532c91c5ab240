"use strict";
(() => {
  // What was unfolded in the menu folds when the focus goes elsewhere, and with Escape.
  const more = () => document.querySelector(".house__more[open]");
  document.addEventListener("focusin", (event) => {
    const open = more();
    if (open && !open.contains(event.target)) open.open = false;
  });
  document.addEventListener("click", (event) => {
    const open = more();
    if (open && !open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const open = more();
    if (open && event.key === "Escape") {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
})();
