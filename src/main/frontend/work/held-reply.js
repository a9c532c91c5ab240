"use strict";
(() => {
  // The seconds in which an answer can be taken back. Its moment is the server's: this only counts.
  const count = (box) => {
    const all = [...box.querySelectorAll("[data-left]")];
    const left = all.map((one) => Number(one.dataset.left));
    const began = performance.now();
    const timer = setInterval(() => {
      if (!box.isConnected) {
        clearInterval(timer);
        return;
      }
      const passed = Math.floor((performance.now() - began) / 1000);
      const now = left.map((seconds) => Math.max(0, seconds - passed));
      all.forEach((one, i) => { one.textContent = now[i] > 0 ? now[i] : box.dataset.now; });
      if (now.includes(0) && passed % 2 === 1) htmx.trigger(box, "gone");
    }, 1000);
  };

  const start = () => document.querySelectorAll("#straks[data-counts=true]").forEach((box) => {
    if (box.dataset.started) return;
    box.dataset.started = "yes";
    count(box);
  });
  document.addEventListener("DOMContentLoaded", start);
  document.addEventListener("htmx:afterSwap", start);
})();
