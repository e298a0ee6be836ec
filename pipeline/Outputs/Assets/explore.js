"use strict";
// The section to choose in: controls, map, bars and tables of one choice, and the address that carries it. What is counted and said comes from filter.js.
(function () {
  const section = document.getElementById("explore");
  if (!section) return;
  const data = JSON.parse(document.getElementById("data").textContent);
  const cube = exploring.open(data.explorer);
  const say = cube.words;
  const { number, percent, fill } = exploring;
  const shades = ["#dce9f4", "#b3d0e8", "#7fb0d8", "#4284bd", "#1f5f9e"];
  const short = 12;
  const mostPoints = 10;
  const kinds = [...cube.kinds.keys()].filter((place) => cube.cells.kind.includes(place));
  const open = new Set();
  let choice = exploring.parse(location.hash, cube);
  const asked = choice !== null;
  choice ??= exploring.nothing();
  let zoom = "whole";
  let printing = false;

  function make(name, attributes, ...children) {
    const element = name in { svg: 1, path: 1, circle: 1, text: 1, tspan: 1, title: 1, g: 1 } ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== null && value !== false) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null));
    return element;
  }

  const places = Object.fromEntries(["bar", "said", "map", "parts", "hours", "issues", "areas", "points"].map((name) => [name, make("div", { class: "explore-" + name })]));
  places.said.setAttribute("aria-live", "polite");
  section.querySelector(".explore").append(
    make("p", { class: "note hint" }, say.lead),
    places.bar,
    places.said,
    make("div", { class: "explore-pair" }, data.explorer.layer === undefined ? null : places.map, make("div", {}, places.parts, places.points)),
    places.hours,
    make("div", { class: "explore-pair" }, places.areas, places.issues),
    make("p", { class: "note" }, say.other_views + (cube.points.length > 0 ? say.point_time : "")),
  );
  section.hidden = false;

  function change(more) {
    choice = { ...choice, ...more };
    const text = exploring.format(choice, cube);
    history.replaceState(null, "", text === "" ? location.href.replace(/#.*/, "") : "#" + text);
    render();
  }

  const toggle = (name, place) => change({ [name]: choice[name].includes(place) ? choice[name].filter((one) => one !== place) : [...choice[name], place].sort((a, b) => a - b) });
  const toggleDistrict = (place) => change({ district: choice.district === place ? null : place });
  const cell = (name, view, place) => fill(say.cell, { name, complaints: number(view.complaints[place]), incidents: number(view.incidents[place]) });

  // Controls
  function bar(counted) {
    const chips = (name, all, text) =>
      all.map((place) =>
        make(
          "button",
          { type: "button", class: "chip", "aria-pressed": String(choice[name].includes(place)), "data-key": `chip-${name}-${place}`, click: () => toggle(name, place), title: cell(text(place), counted[name], place) },
          text(place),
        ),
      );
    const line = (title, ...children) => make("div", { class: "line", role: "group", "aria-label": title }, make("span", { class: "name" }, title), make("div", { class: "controls" }, ...children));
    const issues = [...cube.issues.keys()].filter((place) => place < short || choice.issue.includes(place));
    return [
      line(say.issue, chips("issue", issues, (place) => cube.issues[place])),
      line(say.hours, cube.hasHours ? hourChoice() : make("span", {}, say.no_hours)),
      line(say.kind, chips("kind", kinds, (place) => say[cube.kinds[place]])),
      line(
        say.district,
        select("district", say.district, [["", say.all], ...[...cube.districts.keys()].map((place) => [place, exploring.districtName(cube, place)])], choice.district ?? "", (value) =>
          change({ district: value === "" ? null : Number(value) }),
        ),
        make("button", { type: "button", class: "reset", "data-key": "reset", disabled: exploring.isAll(choice) ? "" : null, click: () => change(exploring.nothing()) }, say.reset),
      ),
    ];
  }

  function select(key, label, options, value, chosen) {
    const element = make(
      "select",
      { "aria-label": label, "data-key": "select-" + key, change: () => chosen(element.value) },
      [...options].map(([one, text]) => make("option", { value: one }, text)),
    );
    element.value = String(value);
    return element;
  }

  function hourChoice() {
    const hours = (first) => [...Array(24).keys()].map((i) => [i + first, fill(say.hour, { hour: i + first })]);
    const [from, until] = choice.hours ?? ["", ""];
    // The other end of a new choice is the end of the day.
    const set = (low, high) => change({ hours: low === "" || high === "" || Number(low) === Number(high) % 24 ? null : [Number(low), Number(high) % 24] });
    return [
      select("from", `${say.hours} ${say.from}`, [["", say.all], ...hours(0)], from, (value) => set(value, value === "" ? "" : until === "" ? 24 : until)),
      "—",
      select("until", `${say.hours} ${say.until}`, [["", say.all], ...hours(1)], until === 0 ? 24 : until, (value) => set(value === "" ? "" : from === "" ? 0 : from, value)),
    ];
  }

  // Bars: a button a column, as high as its count.
  function columns(title, view, items, key, chosen, pick, more = {}) {
    const most = Math.max(1, ...items.map((item) => view.complaints[item.place]));
    return [
      make("h4", {}, title),
      make(
        "div",
        { class: `columns ${key}`, role: "group", "aria-label": title, ...more },
        items.map((item) => {
          const text = cell(item.name, view, item.place);
          const height = (100 * view.complaints[item.place]) / most;
          return make(
            "button",
            { type: "button", class: chosen.length === 0 || chosen.includes(item.place) ? "column" : "column out", "data-key": `${key}-${item.place}`, "data-place": item.place, "aria-pressed": String(chosen.includes(item.place)), "aria-label": text, title: text, click: (event) => pick(item.place, event) },
            make("span", { class: "well" }, make("span", { class: "count" }, number(view.complaints[item.place])), make("span", { class: "fill", style: `height:${height.toFixed(2)}%` })),
            make("span", { class: "tick" }, item.tick),
          );
        }),
      ),
    ];
  }

  function parts(counted) {
    const many = cube.parts.length > 8;
    const items = cube.parts.map((part, i) => ({ place: i, name: part.name, tick: many && i % 4 > 0 ? "" : part.tick }));
    const view = columns(cube.byWeek ? say.bars_weeks : say.bars_days, counted.part, items, "part", choice.part, (place) => toggle("part", place));
    view[1].classList.toggle("many", many);
    return view;
  }

  let dragged = null;

  function hours(counted) {
    if (!cube.hasHours) return [];
    const chosen = exploring.hoursOf(choice.hours) ?? [];
    const items = [...Array(24).keys()].map((hour) => ({ place: hour, name: fill(say.hour, { hour }), tick: String(hour) }));
    const span = (a, b) => (a <= b ? [a, (b + 1) % 24] : [b, (a + 1) % 24]);
    const whole = (pair) => (pair[0] === pair[1] ? null : pair);
    const pick = (hour, event) => {
      const alone = chosen.length === 1 && chosen[0] === hour;
      change({ hours: alone ? null : event.shiftKey && choice.hours ? whole(span(choice.hours[0], hour)) : [hour, (hour + 1) % 24] });
    };
    // A mouse drawn over the bars takes them all.
    const at = (event) => event.target.closest("[data-place]")?.dataset.place;
    const drag = {
      pointerdown: (event) => (dragged = event.pointerType === "mouse" && at(event) ? Number(at(event)) : null),
      pointerover: (event) => {
        if (dragged !== null && event.buttons === 1 && at(event) && Number(at(event)) !== dragged) change({ hours: whole(span(dragged, Number(at(event)))) });
      },
    };
    return columns(say.bars_hours, counted.hour, items, "hour", chosen, pick, drag);
  }

  // Map: outlines in plain degrees, a degree of longitude shortened to the middle latitude.
  const outlines = data.explorer.layer === undefined ? null : outlinesOf(data.layers[data.explorer.layer]);

  function outlinesOf(layer) {
    const scale = 1000;
    const at = ([x, y]) => [scale * x * layer.shrink, -scale * y];
    return layer.geo.features.map((feature) => {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      const ring = (points) =>
        "M" +
        points
          .map(at)
          .map(([x, y]) => {
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
            return `${x.toFixed(1)} ${y.toFixed(1)}`;
          })
          .join("L") +
        "Z";
      const path = feature.geometry.coordinates.map((polygon) => polygon.map(ring).join("")).join("");
      return { name: feature.properties.name, label: at(feature.properties.cp), path, box, at, place: cube.districts.indexOf(feature.properties.name) };
    });
  }

  function union(shapes) {
    const box = [0, 1, 2, 3].map((i) => shapes.map((shape) => shape.box[i]).reduce((a, b) => (i < 2 ? Math.min(a, b) : Math.max(a, b))));
    const pad = 0.03 * Math.max(box[2] - box[0], box[3] - box[1]);
    return [box[0] - pad, box[1] - pad, box[2] - box[0] + 2 * pad, box[3] - box[1] + 2 * pad];
  }

  // Five classes of as many districts each; equal counts stand in one class.
  function classes(values) {
    const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
    const lows = [...new Set(shades.map((_, i) => sorted[Math.floor((i * sorted.length) / shades.length)]))].filter((low) => low !== undefined);
    const shade = (i) => shades[lows.length < 2 ? 2 : Math.round((i * (shades.length - 1)) / (lows.length - 1))];
    return {
      of: (value) => (value > 0 ? shade(lows.filter((low) => value >= low).length - 1) : "#f1f4f6"),
      list: lows.map((low, i) => {
        const high = sorted.filter((value) => i + 1 === lows.length || value < lows[i + 1]).pop();
        return { color: shade(i), name: low === high ? number(low) : `${number(low)}—${number(high)}` };
      }),
    };
  }

  function map(counted) {
    if (!outlines) return [];
    const inner = outlines.filter((shape) => cube.inner.includes(shape.name));
    const here = outlines.filter((shape) => shape.place >= 0 && shape.place === choice.district);
    const zooms = [["whole", say.whole, outlines], ["inner", say.inner, inner], ["here", say.here, here]].filter((one) => one[2].length > 0);
    if (!zooms.some((one) => one[0] === zoom)) zoom = "whole";
    const full = union(outlines);
    const view = union(zooms.find((one) => one[0] === zoom)[2]);
    const width = places.map.clientWidth || 480;
    const height = (width * full[3]) / full[2];
    const unit = Math.max(view[2] / width, view[3] / height);
    const of = (shape) => (shape.place < 0 ? 0 : counted.district.complaints[shape.place]);
    const shade = classes(outlines.map(of));
    const shapes = outlines.map((shape) => {
      const text = shape.place < 0 ? fill(say.cell, { name: shape.name, complaints: 0, incidents: 0 }) : cell(shape.name, counted.district, shape.place);
      const pick = () => shape.place >= 0 && toggleDistrict(shape.place);
      return make(
        "path",
        {
          d: shape.path,
          fill: shade.of(of(shape)),
          class: choice.district === null ? "district" : here.includes(shape) ? "district chosen" : "district other",
          tabindex: 0,
          role: "button",
          "aria-pressed": String(here.includes(shape)),
          "aria-label": text,
          "data-key": "map-" + shape.name,
          click: pick,
          keydown: (event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            pick();
          },
        },
        make("title", {}, text),
      );
    });
    const shown = counted.points.slice(0, mostPoints);
    return [
      make("h4", {}, say.map),
      make(
        "div",
        { class: "zooms", role: "group" },
        zooms.map(([key, text]) =>
          make("button", { type: "button", class: "chip", "data-key": "zoom-" + key, "aria-pressed": String(zoom === key), click: () => ((zoom = key), render()) }, text),
        ),
      ),
      make(
        "svg",
        { viewBox: view.map((one) => one.toFixed(1)).join(" "), style: `aspect-ratio:${(full[2] / full[3]).toFixed(4)}`, role: "group", "aria-label": say.map },
        shapes.filter((path) => !path.classList.contains("chosen")),
        shapes.filter((path) => path.classList.contains("chosen")),
        names(view, unit, of, shade, shown),
        circles(shown, unit),
      ),
      make(
        "p",
        { class: "legend" },
        shade.list.map((one) => make("span", {}, make("i", { style: `background:${one.color}` }), one.name)),
      ),
      cube.points.length > 0 ? make("p", { class: "note" }, say.map_hint) : null,
    ];
  }

  // Names where they touch neither each other nor a circle; the largest districts first.
  function names(view, unit, of, shade, shown) {
    const taken = shown.map(({ point }) => outlines[0].at([point.longitude, point.latitude])).map(([x, y]) => [x - 7 * unit, y - 7 * unit, x + 7 * unit, y + 7 * unit]);
    const size = 12 * unit;
    return [...outlines]
      .sort((a, b) => (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]) - (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]))
      .map((shape) => {
        const [x, y] = shape.label;
        const wide = (size * Math.max(shape.name.length, 3)) / 2;
        const box = [x - wide, y - 1.1 * size, x + wide, y + 1.3 * size];
        const inside = box[0] > view[0] && box[2] < view[0] + view[2] && box[1] > view[1] && box[3] < view[1] + view[3];
        if (!inside || wide * 2 > 1.15 * (shape.box[2] - shape.box[0]) || taken.some((one) => one[0] < box[2] && one[2] > box[0] && one[1] < box[3] && one[3] > box[1])) return null;
        taken.push(box);
        const dark = shades.indexOf(shade.of(of(shape))) > 2;
        return make(
          "text",
          { x, y, "font-size": size.toFixed(2), class: dark ? "label light" : "label" },
          make("tspan", { x }, shape.name),
          make("tspan", { x, dy: (1.15 * size).toFixed(2) }, number(of(shape))),
        );
      });
  }

  function circles(shown, unit) {
    const most = Math.max(1, ...shown.map((one) => one.complaints));
    return shown.map(({ point, complaints }) => {
      const [x, y] = outlines[0].at([point.longitude, point.latitude]);
      return make(
        "g",
        { class: point.strong ? "point strong" : "point" },
        make("title", {}, fill(say.cell_complaints, { name: point.label, complaints: number(complaints) })),
        make("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: ((7 + 5 * Math.sqrt(complaints / most)) * unit).toFixed(2) }),
        make("text", { x: x.toFixed(2), y: (y + 3.4 * unit).toFixed(2), "font-size": (9.5 * unit).toFixed(2) }, String(point.rank)),
      );
    });
  }

  // Tables: a row's name is a button where it can be chosen; the bar behind it is its share.
  function table(key, title, heads, rows, whole) {
    const all = printing || open.has(key) || rows.length <= short + 2;
    const more = rows.length <= short + 2 ? null : make("button", { type: "button", class: "more", "data-key": "more-" + key, click: () => (open.has(key) ? open.delete(key) : open.add(key), render()) }, fill(all ? say.less : say.more, { all: rows.length, shown: short }));
    const most = Math.max(1, ...rows.map((row) => row.complaints));
    return [
      make("h4", {}, title),
      make(
        "table",
        { class: "plain" },
        make("thead", {}, make("tr", {}, heads.map((head, i) => make("th", { scope: "col", class: i > 0 ? "number" : "text" }, head)))),
        make(
          "tbody",
          {},
          (all ? rows : rows.slice(0, short)).map((row) =>
            make(
              "tr",
              { class: row.chosen ? "chosen" : null },
              make(
                "td",
                { style: `background-size:${((100 * row.complaints) / most).toFixed(1)}% 3px` },
                row.pick ? make("button", { type: "button", class: "pick", "data-key": `${key}-${row.name}`, "aria-pressed": String(row.chosen), click: row.pick }, row.name) : row.name,
                row.more ? make("small", {}, row.more) : null,
              ),
              make("td", { class: "number" }, number(row.complaints)),
              row.incidents === undefined ? null : make("td", { class: "number" }, number(row.incidents)),
              row.incidents === undefined ? null : make("td", { class: "number" }, percent(row.complaints, whole)),
            ),
          ),
        ),
      ),
      more,
    ];
  }

  function ranked(view, items) {
    return items
      .map((item) => ({ ...item, complaints: view.complaints[item.place], incidents: view.incidents[item.place] }))
      .filter((row) => row.complaints > 0 || row.chosen)
      .sort((a, b) => b.complaints - a.complaints || a.place - b.place);
  }

  const sum = (view) => view.complaints.reduce((a, b) => a + b, 0);

  function issues(counted) {
    const rows = ranked(counted.issue, cube.issues.map((name, place) => ({ place, name, chosen: choice.issue.includes(place), pick: () => toggle("issue", place) })));
    return table("issues", say.issues, [say.issue, say.complaints, say.incidents, say.share], rows, sum(counted.issue));
  }

  // Districts; the streets of the district that is chosen.
  function areas(counted) {
    const heads = (first) => [first, say.complaints, say.incidents, say.share];
    const hasStreets = cube.areas.some((area) => area[1] !== null);
    if (choice.district === null || !hasStreets) {
      const rows = ranked(counted.district, cube.districts.map((_, place) => ({ place, name: exploring.districtName(cube, place), chosen: choice.district === place, pick: () => toggleDistrict(place) })));
      return table("districts", say.districts, heads(say.district), rows, sum(counted.district));
    }
    const of = exploring.districtName(cube, choice.district);
    const streets = cube.areas.map((area, place) => ({ place, name: area[1] ?? say.no_street })).filter((street) => cube.districtOf[street.place] === choice.district);
    return table("streets", fill(say.streets_of, { district: of }), heads(say.streets), ranked(counted.area, streets), counted.complaints);
  }

  function points(counted) {
    if (cube.points.length === 0) return [];
    if (counted.points.length === 0) return [make("h4", {}, say.points), make("p", { class: "note" }, say.points_none)];
    const rows = counted.points.slice(0, mostPoints).map(({ point, complaints }) => ({ name: `${point.rank}　${point.label}`, more: [point.district, point.street].filter(Boolean).join(" "), complaints }));
    return table("points", say.points, [say.place, say.complaints], rows, counted.complaints);
  }

  function render() {
    const key = document.activeElement?.closest?.("#explore [data-key]")?.dataset.key;
    const counted = exploring.count(cube, choice);
    const [first, ...rest] = exploring.sentences(choice, counted, cube);
    section.classList.toggle("filtered", !exploring.isAll(choice));
    places.bar.replaceChildren(...bar(counted));
    places.said.replaceChildren(make("p", { class: "message" }, first), make("p", {}, rest.join("")));
    places.parts.replaceChildren(...parts(counted));
    places.hours.replaceChildren(...hours(counted));
    places.issues.replaceChildren(...issues(counted).filter(Boolean));
    places.areas.replaceChildren(...areas(counted).filter(Boolean));
    places.points.replaceChildren(...points(counted).filter(Boolean));
    places.map.replaceChildren(...map(counted).filter(Boolean));
    if (key !== undefined) section.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }

  window.addEventListener("hashchange", () => {
    const next = exploring.parse(location.hash, cube);
    if (next === null) return;
    choice = next;
    render();
  });
  window.addEventListener("resize", render);
  // Paper has room for every row, and no button to ask for them.
  const print = (now) => () => ((printing = now), render());
  window.addEventListener("beforeprint", print(true));
  window.addEventListener("afterprint", print(false));
  render();
  if (asked) section.scrollIntoView({ behavior: "instant" });
})();
