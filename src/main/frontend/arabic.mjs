// Makes the font of the members' pages: of Vazirmatn the letters and digits of Arabic script alone,
// in the weights from 400 to 700. vendor.sh runs it where subset-font is installed.
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const [from, into] = process.argv.slice(2);
let signs = "\u200c\u200d\u200e\u200f\ufdfc\u00ab\u00bb";
for (let sign = 0x600; sign <= 0x6ff; sign++) signs += String.fromCodePoint(sign);
const font = await subsetFont(readFileSync(from), signs, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync(into, font);
