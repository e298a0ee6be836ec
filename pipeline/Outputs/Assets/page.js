"use strict";
// Draws the charts from the data block, makes tables sortable and filterable, and ties the rows of a hotspot table to the circles of its map.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const labels = data.labels;
  const ramp = ["#edf3f9", "#c9ddee", "#94bbdd", "#5190c4", "#1f5f9e", "#123e70"];
  const color = { text: "#1f2933", quiet: "#5b6770", line: "#c3ccd4", ground: "#f1f4f6", none: "#dadcde" };
  const blue = "#3b78b0";
  const pale = "#a9c6e0";
  const accent = "#d9640f";
  const font = { fontFamily: getComputedStyle(document.body).fontFamily, color: color.text };
  const escape = echarts.format.encodeHTML;
  const number = (value) => (value === null ? labels.none : value.toLocaleString("en-US").replace("-", "−"));
  const unitTitle = { left: 0, top: 0, textStyle: { ...font, fontSize: 12, fontWeight: 400, color: color.quiet } };
  const charts = new Map();

  function classColor(index, count) {
    return mix(count < 2 ? 0.4 : 0.04 + (0.8 * index) / (count - 1));
  }

  function mix(part) {
    const at = Math.min(Math.max(part, 0), 1) * (ramp.length - 1);
    const low = Math.min(Math.floor(at), ramp.length - 2);
    const channel = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
    const blend = (i) => Math.round(channel(ramp[low], i) + (channel(ramp[low + 1], i) - channel(ramp[low], i)) * (at - low));
    return `rgb(${blend(0)},${blend(1)},${blend(2)})`;
  }

  const draw = {
    heat(chart) {
      const rows = chart.rows.slice();
      const gap = chart.gap > 0 && chart.gap < rows.length;
      if (gap) rows.splice(chart.gap, 0, "");
      const place = (row) => (gap && row >= chart.gap ? row + 1 : row);
      const most = Math.max(1, ...chart.values.flat().filter((value) => value !== null));
      const cells = [];
      chart.values.forEach((row, r) =>
        row.forEach((value, hour) => {
          if (value === null) return;
          const peak = chart.peaks[r][hour];
          cells.push({
            value: [hour, place(r), value],
            peak,
            label: { color: value / most > 0.55 ? "#fff" : color.text, fontWeight: peak ? 700 : 400 },
            itemStyle: { color: mix(value / most), borderColor: peak ? accent : "#fff", borderWidth: peak ? 2 : 1 },
          });
        }),
      );
      cells.sort((a, b) => a.peak - b.peak);
      return {
        height: 52 + 30 * rows.length,
        option: {
          grid: { left: 60, right: 8, top: 26, bottom: 6 },
          tooltip: {
            formatter: (at) =>
              `${escape(rows[at.value[1]])} ${escape(labels.hour.replace("{hour}", at.value[0]))}<br>${escape(chart.unit)} <b>${number(at.value[2])}</b>` +
              (at.data.peak ? `<br>${escape(chart.peakLabel)}` : ""),
          },
          xAxis: axis({ position: "top", data: [...Array(24).keys()].map(String), axisLabel: { color: color.quiet, interval: 0 } }),
          yAxis: axis({ inverse: true, data: rows, axisLabel: { color: color.text, interval: 0 } }),
          series: [{ type: "heatmap", data: cells, label: { show: true, fontSize: 11, formatter: (at) => number(at.value[2]) } }],
        },
      };
    },

    districts(chart, place) {
      const bounds = chart.classes;
      return {
        height: 560,
        option: {
          tooltip: { formatter: (at) => `${escape(at.name)}<br>${escape(chart.unit)} <b>${Number.isFinite(at.value) ? number(at.value) : labels.none}</b>${chart.outlined.includes(at.name) ? `<br>${escape(chart.outlineLabel)}` : ""}` },
          visualMap: {
            type: "piecewise",
            left: 0,
            top: 0,
            text: undefined,
            itemSymbol: "rect",
            textStyle: { color: color.text },
            pieces: bounds.map((piece, i) => ({ gte: piece.low ?? undefined, lt: piece.high ?? undefined, label: piece.name, color: classColor(i, bounds.length) })).reverse(),
            outOfRange: { color: color.none },
          },
          series: [
            {
              type: "map",
              map: "layer" + chart.layer,
              aspectScale: data.layers[chart.layer].shrink,
              roam: true,
              scaleLimit: { min: 1, max: 8 },
              selectedMode: false,
              layoutCenter: ["57%", "50%"],
              layoutSize: fit(place, 0.86, 540, data.layers[chart.layer].aspect),
              itemStyle: { areaColor: color.none, borderColor: "#fff", borderWidth: 1 },
              label: { show: true, fontSize: 11, formatter: (at) => (Number.isFinite(at.value) ? `${at.name}\n${number(at.value)}` : at.name) },
              labelLayout: { hideOverlap: true },
              emphasis: { label: { color: color.text }, itemStyle: { areaColor: "#f6d8bf" } },
              data: chart.values.map(([name, value]) => ({ name, value, itemStyle: chart.outlined.includes(name) ? { borderColor: accent, borderWidth: 2.5 } : {}, label: dark(value, bounds) ? { color: "#fff" } : { color: color.text, textBorderColor: "rgba(255,255,255,.7)", textBorderWidth: 2 } })),
            },
          ],
        },
      };
    },

    bars(chart) {
      const whiskers = chart.bars.map((bar, i) => [i, bar.low, bar.high]).filter((bar) => bar[1] !== null && bar[2] !== null);
      const most = Math.max(...chart.bars.map((bar) => Math.max(bar.value, bar.high ?? 0)), chart.target ?? 1);
      const target = { symbol: "none", silent: true, data: [{ xAxis: chart.target, lineStyle: { color: color.text, type: "dashed" }, label: { formatter: chart.targetLabel, position: "start", color: color.text } }] };
      return {
        height: (chart.target === null ? 40 : 60) + 30 * chart.bars.length,
        option: {
          grid: { left: 8, right: 130, top: 24, bottom: chart.target === null ? 4 : 24, containLabel: true },
          tooltip: {
            formatter: (at) => {
              const bar = chart.bars[at.dataIndex];
              return bar ? `${escape(bar.label)}<br><b>${escape(bar.text)}</b>` : "";
            },
          },
          xAxis: { type: "value", show: false, min: 0, max: most, name: chart.unit },
          yAxis: axis({ inverse: true, data: chart.bars.map((bar) => bar.label), axisLabel: { color: color.text, width: 190, overflow: "truncate" }, axisLine: { show: true, lineStyle: { color: color.quiet } } }),
          title: { ...unitTitle, text: chart.unit },
          series: [
            {
              type: "bar",
              barWidth: "62%",
              data: chart.bars.map((bar) => ({ value: bar.value, itemStyle: { color: bar.strong ? accent : pale }, label: { fontWeight: bar.strong ? 700 : 400 } })),
              markLine: chart.target === null ? undefined : target,
            },
            {
              type: "custom",
              data: whiskers,
              silent: true,
              z: 3,
              encode: { x: [1, 2], y: 0 },
              renderItem: (_, api) => whisker(api),
            },
            {
              type: "custom",
              silent: true,
              data: chart.bars.map((bar, i) => [i, Math.max(bar.value, bar.high ?? 0, 0)]),
              encode: { x: 1, y: 0 },
              renderItem: (_, api) => {
                const [x, y] = api.coord([api.value(1), api.value(0)]);
                const bar = chart.bars[api.value(0)];
                return { type: "text", x: x + 7, y, style: { text: bar.text, fill: color.text, font: `${bar.strong ? 700 : 400} 12px ${font.fontFamily}`, verticalAlign: "middle" } };
              },
              clip: false,
            },
          ],
        },
      };
    },

    points(chart, place) {
      const [[west, north], [east, south]] = chart.view;
      const aspect = ((east - west) * data.layers[chart.layer].shrink) / (north - south);
      const most = Math.max(...chart.points.map((point) => point.weight), 1);
      return {
        height: 540,
        option: {
          tooltip: { formatter: (at) => (at.data && at.data.point ? `<b>${at.data.point.rank}</b> ${escape(at.data.point.label)}<br>${number(at.data.point.weight)}` : escape(at.name)) },
          geo: {
            map: "layer" + chart.layer,
            aspectScale: data.layers[chart.layer].shrink,
            roam: true,
            scaleLimit: { min: 1, max: 400 },
            boundingCoords: chart.view,
            layoutCenter: ["50%", "50%"],
            layoutSize: fit(place, 1, 530, aspect),
            itemStyle: { areaColor: color.ground, borderColor: color.line },
            label: { show: true, color: "#8a949c", fontSize: 11 },
            emphasis: { disabled: true },
          },
          series: [
            {
              type: "scatter",
              coordinateSystem: "geo",
              data: chart.points
                .map((point) => ({
                  value: [point.longitude, point.latitude],
                  point,
                  symbolSize: Math.max(18, 38 * Math.sqrt(point.weight / most)),
                  itemStyle: { color: point.strong ? accent : blue, borderColor: "#fff", borderWidth: 1, opacity: 0.92 },
                }))
                .sort((a, b) => b.point.weight - a.point.weight),
              label: { show: true, color: "#fff", fontWeight: 700, fontSize: 11, formatter: (at) => String(at.data.point.rank) },
              emphasis: { scale: 1.3, itemStyle: { borderColor: color.text, borderWidth: 2 } },
            },
          ],
        },
      };
    },

    trend(chart) {
      const line = (value, name, type) => ({ yAxis: value, lineStyle: { type, color: color.quiet, width: 1 }, label: { formatter: name, color: color.quiet, position: "end" } });
      const lines = [];
      const round = (value) => number(Math.round(value));
      if (chart.centre !== null) lines.push(line(chart.centre, `${chart.centreLabel} ${round(chart.centre)}`, "dashed"));
      for (const limit of [chart.upper, chart.lower]) if (limit !== null) lines.push(line(limit, round(limit), "dotted"));
      const band = chart.upper === null || chart.lower === null ? [] : [[{ yAxis: chart.lower }, { yAxis: chart.upper }]];
      const unit = chart.unit + (chart.least > 0 ? chart.cutLabel : "") + (band.length > 0 ? "　▒ " + chart.limitLabel : "");
      // The labels stand to the right of the lines; a Chinese character of theirs is 12 pixels wide.
      const room = 16 + 12 * Math.max(...lines.map((one) => one.label.formatter.length), 0);
      return {
        height: 320,
        option: {
          grid: { left: 8, right: room, top: 34, bottom: 8, containLabel: true },
          title: { ...unitTitle, text: unit },
          tooltip: { trigger: "axis", formatter: ([at]) => `${escape(at.name)}<br>${escape(chart.unit)} <b>${number(at.value)}</b>` },
          xAxis: axis({ data: chart.points.map((point) => point.label), boundaryGap: false, axisLabel: { color: color.quiet, showMaxLabel: true, hideOverlap: true } }),
          yAxis: { type: "value", min: chart.least, splitLine: { lineStyle: { color: "#e6ebef" } }, axisLabel: { color: color.quiet } },
          series: [
            {
              type: "line",
              lineStyle: { color: blue, width: 2 },
              data: chart.points.map((point) => ({ value: point.value, symbol: "circle", symbolSize: point.inPeriod ? 9 : 4, itemStyle: { color: point.inPeriod ? accent : blue } })),
              markLine: { symbol: "none", silent: true, data: lines },
              markArea: { silent: true, itemStyle: { color: pale, opacity: 0.3 }, data: band },
            },
          ],
        },
      };
    },
  };

  Object.assign(draw, {
    curves(chart) {
      const colors = [blue, accent, color.text];
      return {
        height: 300,
        option: {
          grid: { left: 8, right: 70, top: 34, bottom: 8, containLabel: true },
          title: { ...unitTitle, text: chart.unit },
          tooltip: { trigger: "axis", formatter: (at) => escape(labels.hour.replace("{hour}", at[0].name)) + at.map((one) => `<br>${escape(one.seriesName)} <b>${one.value.toFixed(1)}</b>`).join("") },
          xAxis: axis({ data: [...Array(24).keys()].map(String), axisLabel: { color: color.quiet } }),
          yAxis: { type: "value", min: 0, splitLine: { lineStyle: { color: "#e6ebef" } }, axisLabel: { color: color.quiet } },
          series: chart.curves.map((curve, i) => ({
            type: "line",
            name: curve.name,
            data: curve.values,
            symbol: "none",
            lineStyle: { color: colors[i], width: 2, type: i === 2 ? "dashed" : "solid" },
            itemStyle: { color: colors[i] },
            endLabel: { show: true, formatter: curve.name, color: colors[i], fontWeight: 700 },
            labelLayout: { moveOverlap: "shiftY" },
          })),
        },
      };
    },

    pareto(chart) {
      let sum = 0;
      const shares = chart.columns.map((column) => (sum += column.value) / chart.whole);
      const percent = (share) => `${(100 * share).toFixed(1)}%`;
      return {
        height: 340,
        option: {
          grid: { left: 8, right: 8, top: 44, bottom: 8, containLabel: true },
          title: { ...unitTitle, text: chart.unit },
          tooltip: { trigger: "axis", formatter: ([at]) => `${escape(at.name)}<br><b>${escape(chart.columns[at.dataIndex].text)}</b> ${percent(shares[at.dataIndex])}` },
          xAxis: axis({ data: chart.columns.map((column) => column.label), axisLabel: { color: color.text, interval: 0, width: 50, overflow: "break" } }),
          yAxis: [
            { type: "value", min: 0, max: chart.whole, show: false },
            { type: "value", min: 0, max: 1, show: false },
          ],
          series: [
            {
              type: "bar",
              barWidth: "70%",
              data: chart.columns.map((column, i) => ({ value: column.value, itemStyle: { color: column.strong ? blue : pale }, label: { show: true, position: i === 0 ? "insideTop" : "top", formatter: column.text, color: i === 0 && column.strong ? "#fff" : color.text } })),
            },
            {
              type: "line",
              yAxisIndex: 1,
              data: shares,
              symbol: "circle",
              symbolSize: 6,
              itemStyle: { color: accent },
              lineStyle: { color: accent, width: 2 },
              label: { show: true, position: "top", offset: [-14, 0], color: accent, fontWeight: 700, formatter: (at) => percent(at.value) },
              markLine: { symbol: "none", silent: true, data: [{ yAxis: chart.mark, lineStyle: { color: color.quiet, type: "dashed" }, label: { formatter: chart.markLabel, position: "insideStartTop", color: color.quiet } }] },
            },
          ],
        },
      };
    },

    groups(chart) {
      const looks = [{ color: blue }, { color: pale }, { color: "#fff", borderColor: color.quiet, borderWidth: 1 }];
      return {
        height: 60 + 16 * (chart.series.length + 1) * chart.groups.length,
        option: {
          grid: { left: 8, right: 50, top: 34, bottom: 4, containLabel: true },
          title: { ...unitTitle, text: chart.unit },
          legend: { top: 0, left: 110, itemWidth: 14, itemHeight: 9, textStyle: { color: color.text }, selectedMode: false },
          tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
          xAxis: { type: "value", show: false, min: 0 },
          yAxis: axis({ inverse: true, data: chart.groups.map((group) => group.label), axisLabel: { color: color.text } }),
          series: chart.series.map((name, i) => ({
            type: "bar",
            name,
            barGap: "8%",
            barCategoryGap: "26%",
            itemStyle: looks[i],
            data: chart.groups.map((group) => ({ value: group.values[i], itemStyle: i === 0 && group.strong ? { color: accent } : undefined })),
            label: { show: true, position: "right", color: i === 0 ? color.text : color.quiet, fontWeight: i === 0 ? 700 : 400, formatter: (at) => number(at.value) },
          })),
        },
      };
    },
  });

  // A map's longer side in pixels, so that it fills its box without being stretched.
  function fit(place, part, height, aspect) {
    const width = place.clientWidth * part;
    return aspect > 1 ? Math.min(width, height * aspect) : Math.min(height, width / aspect);
  }

  function axis(more) {
    return { type: "category", axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, ...more };
  }

  function dark(value, bounds) {
    const index = bounds.findIndex((piece) => (piece.low === null || value >= piece.low) && (piece.high === null || value < piece.high));
    return bounds.length > 1 && index / (bounds.length - 1) > 0.6;
  }

  function whisker(api) {
    const [low, y] = api.coord([api.value(1), api.value(0)]);
    const [high] = api.coord([api.value(2), api.value(0)]);
    const style = { stroke: color.text, lineWidth: 1.2 };
    const stroke = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
    return { type: "group", children: [stroke(low, y, high, y), stroke(low, y - 4, low, y + 4), stroke(high, y - 4, high, y + 4)] };
  }

  data.layers.forEach((layer, i) => echarts.registerMap("layer" + i, layer.geo));
  for (const place of document.querySelectorAll("[data-chart]")) {
    const chart = data.charts[place.dataset.chart];
    const { height, option } = draw[chart.kind](chart, place);
    place.style.height = height + "px";
    const view = echarts.init(place, null, { renderer: "svg" });
    view.setOption({ animation: false, textStyle: font, ...option, tooltip: { confine: true, ...option.tooltip } });
    charts.set(place.dataset.chart, view);
  }
  const resize = () => charts.forEach((view) => view.resize());
  window.addEventListener("resize", resize);
  window.addEventListener("beforeprint", resize);
  window.addEventListener("afterprint", resize);

  // Tables: sort by a header (click, Enter or Space); cells carry their number in data-v.
  function sort(table, column) {
    const header = table.tHead.rows[0].cells[column];
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const key = (row) => row.cells[column].dataset.v ?? "";
    const compare = (a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === "" || y === "") return (x === "") - (y === "");
      const numeric = Number(x) - Number(y);
      const order = Number.isNaN(numeric) ? x.localeCompare(y, "zh-Hans-CN") : numeric;
      return down ? -order : order;
    };
    const order = (row) => Number(row.dataset.order);
    const total = (row) => row.classList.contains("strong") && row.dataset.last === "1";
    [...body.rows].sort((a, b) => total(a) - total(b) || compare(a, b) || order(a) - order(b)).forEach((row) => body.append(row));
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      cell.addEventListener("click", () => sort(table, column));
      cell.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        sort(table, column);
      });
    });
  }

  for (const input of document.querySelectorAll("input[data-filter]")) {
    const table = document.getElementById(input.dataset.filter);
    const shown = input.parentElement.querySelector(".shown");
    input.addEventListener("input", () => {
      const words = input.value.trim().toLowerCase().split(/\s+/);
      let count = 0;
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) count++;
      }
      shown.textContent = labels.shown.replace("{shown}", count).replace("{all}", table.tBodies[0].rows.length);
    });
  }

  // A hotspot's row and its circle find each other by rank within a section.
  function choose(table, view, rank, scroll) {
    const index = view.getOption().series[0].data.findIndex((item) => item.point.rank === rank);
    for (const row of table.querySelectorAll("tr[data-rank]")) row.classList.toggle("chosen", Number(row.dataset.rank) === rank);
    view.dispatchAction({ type: "downplay", seriesIndex: 0 });
    if (index < 0) return;
    view.dispatchAction({ type: "highlight", seriesIndex: 0, dataIndex: index });
    view.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: index });
    if (scroll) scroll.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  for (const section of document.querySelectorAll("section")) {
    const rows = section.querySelectorAll("tr[data-rank]");
    const place = [...section.querySelectorAll("[data-chart]")].find((chart) => data.charts[chart.dataset.chart].kind === "points");
    if (rows.length === 0 || !place) continue;
    const view = charts.get(place.dataset.chart);
    const table = rows[0].closest("table");
    for (const row of rows) {
      row.tabIndex = 0;
      row.addEventListener("click", () => choose(table, view, Number(row.dataset.rank), place));
      row.addEventListener("keydown", (event) => {
        if (event.key === "Enter") choose(table, view, Number(row.dataset.rank), place);
      });
    }
    view.on("click", (event) => {
      if (!event.data || !event.data.point) return;
      const rank = event.data.point.rank;
      choose(table, view, rank, table.querySelector(`tr[data-rank="${rank}"]`));
    });
  }

  document.getElementById("print").addEventListener("click", () => window.print());
})();
