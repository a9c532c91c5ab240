"use strict";
(() => {
  // Choosing several in a list: all at once, how many there are, and no more than can be.
  const bar = () => document.getElementById("samen");
  const boxes = () => [...document.querySelectorAll("input[form=samen][name=case]")];
  const chosen = () => new Set(boxes().filter((box) => box.checked).map((box) => box.value)).size;

  const count = () => {
    const form = bar();
    if (!form) return;
    const all = document.getElementById("kies-alles");
    const said = document.getElementById("gekozen");
    const many = chosen();
    const most = Number(form.dataset.most);
    all.parentElement.hidden = boxes().length < 2;
    all.checked = many > 0 && boxes().every((box) => box.checked);
    all.indeterminate = many > 0 && !all.checked;
    form.classList.toggle("chosen--some", many > 0);
    const now = many > most ? form.dataset.full.replace("{0}", most)
      : many ? form.dataset.some.replace("{0}", many) : said.dataset.none;
    if (said.textContent !== now) said.textContent = now;
    form.querySelectorAll("button").forEach((button) => { button.disabled = many > most; });
  };

  document.addEventListener("change", (event) => {
    if (event.target.id === "kies-alles") {
      boxes().forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.id === "kies-alles" || event.target.matches("input[form=samen]")) count();
  });
  document.addEventListener("htmx:afterSwap", count);
  window.addEventListener("pageshow", count);
})();
