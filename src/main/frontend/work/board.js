"use strict";
(() => {
  // Who gets which question: columns to drag between. What is chosen stays in each row's own list,
  // which does the same by keys.
  const board = (holder) => {
    const list = holder.querySelector("ul");
    const rows = [...list.children].filter((row) => row.querySelector("select"));
    if (!rows.length) return;
    const said = holder.querySelector("[role=status]");
    const columns = new Map();
    const place = document.createElement("div");
    place.className = "board";
    const selectOf = (row) => row.querySelector("select");
    const nameIn = (select, id) => {
      const option = [...select.options].find((one) => one.value === id);
      return option ? option.text : "";
    };
    const names = new Map();
    rows.forEach((row) =>
      [...selectOf(row).options].forEach((one, i) => {
        // The first says that it stays; of another row it is a name like any other.
        if (i > 0 || !names.has(one.value)) names.set(one.value, one.text);
      }));
    const count = () =>
      columns.forEach((column, id) => {
        const n = column.list.children.length;
        column.title.textContent = `${names.get(id)} (${n})`;
        column.none.hidden = n > 0;
      });
    const column = (id) => {
      if (columns.has(id)) return columns.get(id);
      const made = document.createElement("section");
      made.className = "board__column";
      const title = document.createElement("h3");
      title.className = "board__title";
      title.id = `kolom-${columns.size}`;
      made.setAttribute("aria-labelledby", title.id);
      const none = document.createElement("p");
      none.className = "quiet";
      none.textContent = holder.dataset.empty;
      const inside = document.createElement("ul");
      inside.className = "cards";
      made.append(title, none, inside);
      made.addEventListener("dragover", (event) => {
        if (!dragged) return;
        event.preventDefault();
        made.classList.add("board__column--over");
      });
      made.addEventListener("dragleave", () => made.classList.remove("board__column--over"));
      made.addEventListener("drop", (event) => {
        made.classList.remove("board__column--over");
        if (!dragged) return;
        event.preventDefault();
        const select = selectOf(dragged);
        if (!nameIn(select, id)) {
          said.textContent = holder.dataset.moved.replace("{0}", numberOf(dragged)).replace("{1}", names.get(select.value));
          return;
        }
        select.value = id;
        move(dragged);
      });
      place.append(made);
      columns.set(id, { list: inside, title, none });
      return columns.get(id);
    };
    const numberOf = (row) => row.querySelector(".number").textContent.trim();
    let dragged = null;
    const move = (row) => {
      const select = selectOf(row);
      const focused = document.activeElement === select;
      column(select.value).list.append(row);
      if (focused) select.focus();
      count();
      said.textContent = holder.dataset.moved
        .replace("{0}", numberOf(row))
        .replace("{1}", names.get(select.value));
    };
    (holder.dataset.columns || "").split(" ").filter((id) => names.has(id)).forEach(column);
    rows.forEach((row) => {
      row.draggable = true;
      column(selectOf(row).value).list.append(row);
      row.addEventListener("dragstart", (event) => {
        dragged = row;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", numberOf(row));
      });
      row.addEventListener("dragend", () => { dragged = null; });
      selectOf(row).addEventListener("change", () => move(row));
    });
    list.replaceWith(place);
    count();
  };
  document.querySelectorAll("[data-board]").forEach(board);
})();
