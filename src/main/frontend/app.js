/* Pages work without this. With it, a form cannot be sent twice by a double click, files that are
   too large are told before they are sent, fields that depend on a choice fold away, what is typed
   in a question stays on the writer's own device until it is sent, and files show how far they are
   on their way. */
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

/* What is typed stays in this tab; on the device for a week only when its owner says so. */
(() => {
  const WEEK = 7 * 24 * 3600 * 1000;
  const store = (kind) => {
    try {
      const there = window[kind];
      there.setItem("probe", "1");
      there.removeItem("probe");
      return there;
    } catch (refused) {
      return null;
    }
  };
  const tab = store("sessionStorage");
  const device = store("localStorage");
  const key = (name) => "typed-" + name;
  const forget = (name) => {
    if (tab) tab.removeItem(key(name));
    if (device) device.removeItem(key(name));
  };

  const sent = document.querySelector("[data-sent]");
  if (sent) forget(sent.dataset.sent);

  const form = document.querySelector("form[data-kept]");
  const part = document.getElementById("keep");
  if (!form || !part || !tab) return;
  const name = form.dataset.kept;
  const longer = document.getElementById("keep-longer");
  const said = document.getElementById("keep-said");
  longer.disabled = !device;
  part.hidden = false;

  // Never a file, a token, or the field that is to stay empty. The nonce is: what was sent twice
  // is one message.
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== "file"
    && field.name !== "token" && field.name !== "website" && field.type !== "submit");
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";

  const keep = () => {
    const typed = fields().map((field) =>
      isChoice(field) ? [field.id, field.checked ? "on" : ""] : [field.id || field.name, field.value]);
    const kept = JSON.stringify({ at: Date.now(), typed });
    try {
      tab.setItem(key(name), kept);
      if (longer.checked && device) device.setItem(key(name), kept);
    } catch (full) {
      // It is not kept, and nothing else is lost.
    }
  };

  const read = (from) => {
    try {
      const kept = from && JSON.parse(from.getItem(key(name)));
      return kept && Date.now() - kept.at < WEEK ? kept.typed : null;
    } catch (strange) {
      return null;
    }
  };

  const onDevice = read(device);
  longer.checked = Boolean(onDevice);
  const before = new Map(read(tab) || onDevice || []);
  const empty = fields().every((field) =>
    field.type === "hidden" || (isChoice(field) ? !field.checked : !field.value));
  if (empty && before.size) {
    let some = false;
    fields().forEach((field) => {
      const value = before.get(field.id || field.name);
      if (value === undefined || value === "") return;
      if (isChoice(field)) field.checked = value === "on";
      else field.value = value;
      some = some || field.type !== "hidden";
    });
    if (some) said.textContent = said.dataset.restored;
  }

  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  longer.addEventListener("change", () => {
    if (!longer.checked && device) device.removeItem(key(name));
    keep();
  });
  document.getElementById("keep-clear").addEventListener("click", () => {
    forget(name);
    longer.checked = false;
    fields().filter((field) => field.type !== "hidden").forEach((field) => {
      if (isChoice(field)) field.checked = false;
      else if (field.tagName === "SELECT") field.selectedIndex = 0;
      else field.value = "";
    });
    form.querySelectorAll("[data-unfolds]").forEach((box) =>
      box.dispatchEvent(new Event("change", { bubbles: true })));
    forget(name);
    said.textContent = said.dataset.cleared;
    form.querySelector("textarea").focus();
  });
})();

/* Files on their way: how far they are, and a way to stop. */
(() => {
  const shows = (form, answer, url) => {
    const page = new DOMParser().parseFromString(answer, "text/html");
    const main = page.querySelector("main");
    if (!main) {
      window.location.assign(url);
      return;
    }
    document.title = page.title;
    document.querySelector("main").replaceWith(main);
    (document.getElementById("errors") || main).focus();
  };

  const send = (form) => {
    const part = form.querySelector("[data-sending]");
    const bar = part.querySelector("progress");
    const percent = part.querySelector("[data-percent]");
    const failed = part.querySelector("[data-failed]");
    const cancel = part.querySelector("[data-cancel]");
    const request = new XMLHttpRequest();
    const stop = (why) => {
      delete form.dataset.sent;
      failed.hidden = !why;
      cancel.hidden = true;
    };
    part.hidden = false;
    failed.hidden = true;
    cancel.hidden = false;
    cancel.onclick = () => request.abort();
    request.upload.onprogress = (event) => {
      const done = event.lengthComputable ? Math.round((event.loaded / event.total) * 100) : 0;
      bar.value = done;
      percent.textContent = done + "%";
    };
    request.onload = () => {
      const moved = new URL(request.responseURL).pathname !== new URL(form.action).pathname;
      if (moved) window.location.assign(request.responseURL);
      else shows(form, request.responseText, form.action);
    };
    request.onerror = () => stop(true);
    request.onabort = () => stop(true);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.send(new FormData(form));
    part.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const files = form.matches("form[data-uploads]") && form.querySelector("input[type=file]");
    if (event.defaultPrevented || !files || !files.files.length) return;
    event.preventDefault();
    send(form);
  });
})();
