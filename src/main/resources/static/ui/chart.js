// Draws charts from the tables that tell the same: in the colours of the page, light or dark, from
// right to left where the page is read so, and anew when either changes.
import "./vendor/echarts-6.1.0.common.min.js";

const root = document.documentElement;
const rightToLeft = root.dir === "rtl";

function look(figure) {
  const style = getComputedStyle(figure);
  const colour = (name) => style.getPropertyValue(name).trim();
  const dark = root.dataset.bsTheme === "dark";
  return {
    font: style.fontFamily,
    text: colour("--tblr-body-color"),
    quiet: colour("--tblr-secondary-color"),
    line: dark ? "#3b4657" : "#dbe2ea",
    ground: getComputedStyle(figure.closest(".card") ?? document.body).backgroundColor,
    // Told apart also by those who do not see all colours, and by their lightness.
    series: dark
      ? [colour("--tblr-primary"), "#fbbf24", "#93c5fd", "#f9a8d4", "#c4b5fd"]
      : [colour("--tblr-primary"), "#b45309", "#1d4ed8", "#be185d", "#6d28d9"],
  };
}

function read(figure) {
  const table = figure.querySelector("table");
  const rows = [...table.tBodies[0].rows];
  return {
    kind: figure.dataset.chart,
    names: [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim()),
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    values: rows.map((row) => [...row.cells].slice(1).map((cell) => Number(cell.dataset.value))),
    shown: rows.map((row) => [...row.cells].slice(1).map((cell) => cell.textContent.trim())),
  };
}

const common = (style) => ({
  color: style.series,
  textStyle: { fontFamily: style.font, color: style.text },
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
});

const tooltip = (style, trigger, formatter) => ({
  trigger,
  renderMode: "richText",
  backgroundColor: style.ground,
  borderColor: style.line,
  textStyle: { color: style.text, fontFamily: style.font },
  formatter,
});

const legend = (style, names) => ({
  show: names.length > 1,
  data: names,
  top: 0,
  left: rightToLeft ? "right" : "left",
  textStyle: { color: style.text },
});

function pie(data, style) {
  return {
    ...common(style),
    legend: legend(style, data.labels),
    tooltip: tooltip(style, "item", (at) => `${at.name}  ${data.shown[at.dataIndex][0]}`),
    series: [{
      type: "pie",
      radius: ["45%", "72%"],
      top: 32,
      label: { show: false },
      itemStyle: { borderColor: style.ground, borderWidth: 2 },
      data: data.labels.map((name, at) => ({ name, value: data.values[at][0] })),
    }],
  };
}

function axes(data, style) {
  const compact = new Intl.NumberFormat(root.lang, { notation: "compact" });
  return {
    ...common(style),
    grid: { top: data.names.length > 1 ? 40 : 12, bottom: 4, left: 4, right: 8, containLabel: true },
    legend: legend(style, data.names),
    tooltip: tooltip(style, "axis", (at) =>
      [at[0].axisValueLabel, ...at.map((of) => `${of.seriesName}  ${data.shown[of.dataIndex][of.seriesIndex]}`)].join("\n")),
    xAxis: {
      type: "category",
      data: data.labels,
      inverse: rightToLeft,
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
      axisLabel: { color: style.quiet, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      position: rightToLeft ? "right" : "left",
      splitLine: { lineStyle: { color: style.line } },
      axisLabel: { color: style.quiet, formatter: (value) => compact.format(value) },
    },
    series: data.names.map((name, of) => ({
      name,
      type: data.kind === "line" ? "line" : "bar",
      stack: data.kind === "stack" ? "all" : undefined,
      data: data.values.map((row) => row[of]),
      symbol: data.values.length > 40 ? "none" : ["circle", "rect", "triangle", "diamond", "pin"][of % 5],
      symbolSize: 7,
      barMaxWidth: 36,
      lineStyle: { width: 2, type: of % 2 ? "dashed" : "solid" },
    })),
  };
}

function draw(figure) {
  const place = figure.querySelector(".chart-picture");
  place.hidden = false;
  place.dir = "ltr"; // Places on the canvas are counted from the left; letters join all the same.
  figure.querySelector("details").open = false;
  const data = read(figure);
  const chart = echarts.init(place, null, { renderer: "canvas" });
  const show = () => chart.setOption((data.kind === "pie" ? pie : axes)(data, look(figure)), true);
  show();
  new ResizeObserver(() => chart.resize()).observe(place);
  new MutationObserver(show).observe(root, { attributes: true, attributeFilter: ["data-bs-theme"] });
}

function adopt(within) {
  for (const figure of within.querySelectorAll("figure[data-chart]:not([data-ready])")) {
    figure.dataset.ready = "";
    draw(figure);
  }
}
document.fonts.ready.then(() => adopt(document));
document.addEventListener("htmx:afterSwap", (event) => adopt(event.detail.target));
