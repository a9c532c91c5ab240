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
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();
