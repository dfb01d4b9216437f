// A file dropped on the form is the form's file; the button says that reading takes a moment.
"use strict";
(() => {
  const drop = document.querySelector(".drop");
  const input = drop && drop.querySelector("input[type=file]");
  if (input) {
    for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => { event.preventDefault(); input.files = event.dataTransfer.files; });
  }
  const note = document.querySelector(".reading-note");
  for (const form of document.querySelectorAll("form.reads")) form.addEventListener("submit", () => { if (note) note.hidden = false; });
})();
