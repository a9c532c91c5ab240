"use strict";
(() => {
  // Files for an answer: chosen, dropped on the form, pasted in the box, or taken with the camera;
  // one list, from which each can be taken out again. The field itself holds them, so the form
  // sends them as it would without this.
  const LARGEST = 10 * 1024 * 1024;
  const field = () => document.querySelector("input[data-attach]");
  const list = () => document.getElementById("files-list");
  const said = () => document.getElementById("files-said");
  let kept = [];

  const size = (files) => files.reduce((sum, file) => sum + file.size, 0);
  const say = (words) => { said().textContent = words; };

  const show = () => {
    const all = new DataTransfer();
    kept.forEach((file) => all.items.add(file));
    field().files = all.files;
    field().setCustomValidity("");
    list().replaceChildren(...kept.map((file, i) => {
      const item = document.createElement("li");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "utrecht-button utrecht-button--subtle attach__remove";
      remove.textContent = list().dataset.remove.replace("{name}", file.name);
      remove.addEventListener("click", () => take(i));
      item.append(`${file.name} (${Math.max(1, Math.round(file.size / 1024))} kB) `, remove);
      return item;
    }));
  };

  const take = (i) => {
    const [gone] = kept.splice(i, 1);
    show();
    say(said().dataset.removed.replace("{name}", gone.name));
    (list().querySelectorAll("button")[Math.min(i, kept.length - 1)] || field()).focus();
  };

  const add = (files) => {
    const empty = files.find((file) => file.size === 0);
    const more = files.filter((file) => file.size > 0 && !kept.some((one) =>
      one.name === file.name && one.size === file.size && one.lastModified === file.lastModified));
    const all = [...kept, ...more];
    if (all.length > Number(field().dataset.most) || size(all) > LARGEST) {
      show();
      say(said().dataset.tooLarge);
      return;
    }
    kept = all;
    show();
    say(empty ? said().dataset.empty.replace("{name}", empty.name)
      : more.map((file) => said().dataset.added.replace("{name}", file.name)).join(" "));
  };

  document.addEventListener("change", (event) => {
    const on = event.target;
    if (!field() || !on.matches("input[data-attach], input[data-adds]")) return;
    const chosen = [...on.files];
    if (on.matches("[data-adds]")) {
      on.value = "";
      on.setCustomValidity("");
    }
    add(chosen);
  });

  document.addEventListener("paste", (event) => {
    const files = event.clipboardData ? [...event.clipboardData.files] : [];
    if (!files.length || !field() || event.target.id !== "text") return;
    event.preventDefault();
    add(files.map((file) => new File([file], file.name || "plaatje.png", { type: file.type })));
  });

  const over = (event) =>
    field() && event.dataTransfer && [...event.dataTransfer.types].includes("Files")
      && event.target.closest && event.target.closest("form") === field().form;
  document.addEventListener("dragover", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    field().closest(".attach").classList.add("attach--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (over(event)) field().closest(".attach").classList.remove("attach--over");
  });
  document.addEventListener("drop", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    field().closest(".attach").classList.remove("attach--over");
    add([...event.dataTransfer.files]);
  });

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".attach__drop").forEach((hint) => { hint.hidden = false; });
  });
})();
