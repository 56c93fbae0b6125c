/* Share and copy: two buttons that show themselves where the browser can do what they say. */
const box = document.querySelector("[data-share]");

function show(name, action) {
  const button = box.querySelector(`[data-share-${name}]`);
  button.hidden = false;
  button.addEventListener("click", action);
}

if (box) {
  const data = { title: box.dataset.shareTitle, url: box.dataset.shareUrl };
  const said = box.querySelector("[role=status]");

  if (navigator.share) {
    show("share", () => navigator.share(data).catch(() => {}));
  }
  if (navigator.clipboard) {
    show("copy", async () => {
      try {
        await navigator.clipboard.writeText(data.url);
        said.textContent = box.dataset.shareCopied;
      } catch {
        said.textContent = data.url;
      }
    });
  }
}
