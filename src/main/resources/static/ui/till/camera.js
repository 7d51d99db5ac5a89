// Reads cards, vouchers and barcodes with the camera. Fetched when it is first wanted.
import { $, t } from "./page.js";

const FORMATS = ["qr_code", "ean_13", "ean_8", "upc_a", "upc_e", "code_128", "code_39", "itf", "data_matrix"];
const PAUSE = 120;
const LARGEST = 800;

// The browser's own reader where it has one, which knows barcodes too; else one for square codes.
async function reader() {
  if ("BarcodeDetector" in self) {
    const known = await BarcodeDetector.getSupportedFormats().catch(() => []);
    const formats = FORMATS.filter((one) => known.includes(one));
    if (formats.length) {
      const detector = new BarcodeDetector({ formats });
      return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
    }
  }
  const { decodeQR } = await import("/ui/vendor/qr-0.7.0.min.js");
  const canvas = document.createElement("canvas");
  return async (video) => {
    const scale = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.floor(video.videoWidth * scale);
    canvas.height = Math.floor(video.videoHeight * scale);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)) || null;
    } catch {
      return null;
    }
  };
}

// Why there is no picture, and how to go on without one.
const reason = (failed) =>
  ({ NotAllowedError: "camera.refused", NotFoundError: "camera.none", NotReadableError: "camera.busy" })[failed?.name] ?? "camera.none";

// Answers with what was read, or with nothing when it was closed.
export async function scan() {
  const dialog = $("camera-dialog");
  const video = $("camera-picture");
  let stream = null;
  let found = null;
  const closed = new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  $("camera-close").onclick = () => dialog.close();
  $("camera-fault").hidden = true;
  video.hidden = false;
  dialog.showModal();
  try {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("", "NotFoundError");
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    const read = await reader();
    while (dialog.open && !found) {
      found = video.videoWidth ? await read(video) : null;
      if (!found) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    navigator.vibrate?.(60);
  } catch (failed) {
    video.hidden = true;
    $("camera-fault").hidden = false;
    $("camera-fault").textContent = t(reason(failed));
  }
  if (found) dialog.close();
  await closed;
  stream?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  return found;
}
