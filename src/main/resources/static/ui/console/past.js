// A file of sales that a campaign is to be tried on: it is sent as soon as it is chosen, and what was
// read of it is shown before the replay begins. How it is written can be said before or after.
const part = (id) => document.getElementById(id);
let sending = new AbortController();

const send = async () => {
  const field = part("past-file");
  const shown = part("past-read");
  const file = field?.files[0];
  sending.abort();
  const own = (sending = new AbortController());
  shown.replaceChildren();
  const begin = part("replay-begin");
  begin.disabled = false;
  if (!file) return;
  const asked = new URLSearchParams({ name: file.name, calendar: part("past-calendar").value });
  const prefix = part("past-returns").value.trim();
  if (prefix) asked.set("returnsPrefix", prefix);
  shown.textContent = shown.dataset.reads;
  begin.disabled = true;
  try {
    const answer = await fetch("/console/pasts?" + asked, {
      method: "POST",
      headers: { "Content-Type": "text/csv", "HX-Request": "true" },
      body: file,
      signal: own.signal,
    });
    const text = await answer.text();
    if (own !== sending) return;
    if (answer.ok || answer.status === 422) shown.innerHTML = text;
    else shown.textContent = shown.dataset.broken;
  } catch {
    if (own === sending) shown.textContent = shown.dataset.broken;
  } finally {
    if (own === sending) begin.disabled = false;
  }
};

document.addEventListener("change", (event) => {
  if (["past-file", "past-calendar", "past-returns"].includes(event.target.id)) send();
});
