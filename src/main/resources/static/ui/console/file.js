// A text file that is chosen goes into the field it is for, to be looked at before it is sent.
for (const part of document.querySelectorAll("[data-file-for]")) {
  part.hidden = false;
  part.querySelector("input").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) document.getElementById(part.dataset.fileFor).value = await file.text();
  });
}
