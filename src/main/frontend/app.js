/* Pages work without this. With it, a form cannot be sent twice by a double click, files that are
   too large are told before they are sent, and fields that depend on a choice fold away. */
"use strict";
(() => {
  const LARGEST = 10 * 1024 * 1024;
  const MOST = 5;

  const checkFiles = (input) => {
    const files = [...input.files];
    const most = Number(input.dataset.most) || MOST;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    input.setCustomValidity(
      size > LARGEST || files.length > most ? input.dataset.tooLarge || " " : "");
    if (!input.checkValidity()) input.reportValidity();
  };

  const fold = (box) => {
    const part = document.getElementById(box.dataset.unfolds);
    if (part) part.hidden = !box.checked;
  };

  const foldChoice = (select) => {
    const part = document.getElementById(select.dataset.unfolds);
    if (part) part.hidden = select.value !== select.dataset.on;
  };

  document.addEventListener("change", (event) => {
    const on = event.target;
    if (on.matches("input[type=file]")) checkFiles(on);
    if (on.matches("input[data-unfolds]")) fold(on);
    if (on.matches("select[data-unfolds]")) foldChoice(on);
  });

  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) {
      event.preventDefault();
    } else {
      event.target.dataset.sent = "yes";
    }
  });

  // Back from the browser's cache: the form may be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form").forEach((form) => delete form.dataset.sent);
    document.querySelectorAll("input[data-unfolds]").forEach(fold);
    document.querySelectorAll("select[data-unfolds]").forEach(foldChoice);
  });
})();
