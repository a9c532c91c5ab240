"use strict";
(() => {
  // "@" in a note offers colleagues; arrows and Enter choose, Escape leaves it. The same names are
  // in the list below the note, for who would rather choose there.
  const SHOWN = 6;
  let box = null;
  let chosen = 0;

  const names = () =>
    [...document.querySelectorAll("#named option")]
      .filter((one) => one.value)
      .map((one) => one.textContent.split(", ")[0]);
  const typed = (field) => {
    const before = field.value.slice(0, field.selectionStart);
    const at = before.match(/(?:^|\s)@([^\n@]{0,40})$/);
    return at ? at[1] : null;
  };

  const close = () => {
    if (!box) return;
    box.field.removeAttribute("aria-activedescendant");
    box.field.setAttribute("aria-expanded", "false");
    box.list.remove();
    box = null;
  };

  const mark = () => {
    [...box.list.children].forEach((one, i) => one.setAttribute("aria-selected", i === chosen));
    box.field.setAttribute("aria-activedescendant", `mention-${chosen}`);
  };

  const take = (name) => {
    const { field } = box;
    const end = field.selectionStart;
    const begin = end - typed(field).length;
    close();
    field.focus();
    field.setSelectionRange(begin, end);
    if (!document.execCommand("insertText", false, `${name} `)) {
      field.setRangeText(`${name} `, begin, end, "end");
    }
  };

  const offer = (field) => {
    close();
    const part = typed(field);
    if (part === null) return;
    const found = names().filter((name) => name.toLowerCase().includes(part.toLowerCase())).slice(0, SHOWN);
    if (!found.length || found.some((name) => part.startsWith(`${name} `))) return;
    const list = document.createElement("ul");
    list.id = "mention-list";
    list.className = "mention-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.querySelector("label[for=named]").textContent);
    found.forEach((name, i) => {
      const item = document.createElement("li");
      item.id = `mention-${i}`;
      item.setAttribute("role", "option");
      item.textContent = name;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(name);
      });
      list.append(item);
    });
    field.after(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-autocomplete", "list");
    box = { field, list, found };
    chosen = 0;
    mark();
  };

  document.addEventListener("input", (event) => {
    if (event.target.id === "noted") offer(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (!box || event.target !== box.field) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (moves) {
      chosen = (chosen + moves + box.found.length) % box.found.length;
      mark();
    } else if (event.key === "Enter") {
      take(box.found[chosen]);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (box && event.target === box.field) close();
  });
})();
