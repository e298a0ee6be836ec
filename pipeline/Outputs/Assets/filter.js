"use strict";
// Choosing from the counts of the period. Pure functions of the data block and of the text after # in the address: no document, no
// window, so that tests run this file by itself. A choice is { issue, kind, part: lists of places, district: place or null, hours: [from,
// until) on the clock or null }; a dimension that is empty or null takes everything.
const exploring = (function () {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const value = Object.fromEntries([...letters].map((letter, i) => [letter, i]));
  const dayOnly = 24;
  const slots = 25;

  // Numbers of five bits a letter, the lowest first; the sixth bit says that another letter follows.
  function numbers(text) {
    const all = [];
    let number = 0;
    let unit = 1;
    for (let i = 0; i < text.length; i++) {
      const digit = value[text[i]];
      number += (digit & 31) * unit;
      unit *= 32;
      if (digit & 32) continue;
      all.push(number);
      number = 0;
      unit = 1;
    }
    return all;
  }

  // Cells as columns: one array for each dimension and measure.
  function columns(text, data, areas, hasIncidents) {
    const flat = numbers(text);
    const step = hasIncidents ? 3 : 2;
    const size = flat.length / step;
    const column = () => new Int32Array(size);
    const cells = { size, part: column(), kind: column(), hour: column(), issue: column(), area: column(), complaints: column(), incidents: column() };
    let at = 0;
    for (let i = 0; i < size; i++) {
      at += flat[step * i];
      let rest = at;
      const next = (count) => {
        const place = rest % count;
        rest = (rest - place) / count;
        return place;
      };
      cells.area[i] = next(areas);
      cells.issue[i] = next(data.issues.length);
      cells.hour[i] = next(slots);
      cells.kind[i] = next(data.kinds.length);
      cells.part[i] = rest;
      cells.complaints[i] = flat[step * i + 1] + 1;
      cells.incidents[i] = hasIncidents ? cells.complaints[i] - flat[step * i + 2] : 0;
    }
    return cells;
  }

  // The data block with its cells read, its districts told apart (null: unknown) and the district of each area.
  function open(data) {
    const districts = [...new Set(data.areas.map((area) => area[0]))];
    const cells = columns(data.cells, data, data.areas.length, true);
    const points = data.points.map((point) => ({ ...point, at: districts.indexOf(point.district), cells: columns(point.cells, data, 1, false) }));
    const cube = { ...data, districts, districtOf: data.areas.map((area) => districts.indexOf(area[0])), cells, points };
    return { ...cube, hasHours: cells.hour.some((hour) => hour !== dayOnly) };
  }

  const nothing = () => ({ issue: [], kind: [], part: [], district: null, hours: null });

  const isAll = (choice) => choice.issue.length + choice.kind.length + choice.part.length === 0 && choice.district === null && choice.hours === null;

  const partName = (cube) => (cube.byWeek ? "weeks" : "days");
  const unknown = "unknown";

  // #issue=a,b&hours=22-6&kind=weekend&days=2025-04-21&district=c; what the period does not have is passed over. Null: the text speaks of something else.
  function parse(text, cube) {
    const choice = nothing();
    const names = { issue: cube.issues, kind: cube.kinds, [partName(cube)]: cube.parts.map((part) => part.key), district: cube.districts.map((name) => name ?? unknown) };
    let heard = false;
    for (const term of text.replace(/^#/, "").split("&")) {
      const [name, list] = term.split("=");
      if (list === undefined) continue;
      if (name === "hours") {
        heard = true;
        const match = /^(\d{1,2})-(\d{1,2})$/.exec(list);
        const hours = match && [Number(match[1]), Number(match[2]) % 24];
        if (cube.hasHours && hours && hours[0] < 24 && Number(match[2]) <= 24 && hours[0] !== hours[1]) choice.hours = hours;
      } else if (names[name]) {
        heard = true;
        const places = list.split(",").map((word) => names[name].indexOf(read(word))).filter((place) => place >= 0);
        if (name === "district") choice.district = places[0] ?? null;
        else choice[name === partName(cube) ? "part" : name] = [...new Set(places)].sort((a, b) => a - b);
      }
    }
    return heard ? choice : null;
  }

  function read(word) {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  }

  // The way back: what parse reads, readable as far as an address may be.
  function format(choice, cube) {
    const word = (name) => name.replace(/[%&=,#\s]/g, encodeURIComponent);
    const terms = [];
    const list = (name, places, names) => places.length > 0 && terms.push(`${name}=${places.map((place) => word(names[place])).join(",")}`);
    list("issue", choice.issue, cube.issues);
    if (choice.hours) terms.push(`hours=${choice.hours[0]}-${choice.hours[1] === 0 ? 24 : choice.hours[1]}`);
    list("kind", choice.kind, cube.kinds);
    list(partName(cube), choice.part, cube.parts.map((part) => part.key));
    if (choice.district !== null) list("district", [choice.district], cube.districts.map((name) => name ?? unknown));
    return terms.join("&");
  }

  function mask(count, chosen) {
    const taken = new Uint8Array(count).fill(chosen === null || chosen.length === 0 ? 1 : 0);
    for (const place of chosen ?? []) taken[place] = 1;
    return taken;
  }

  // From the first hour up to the last, over midnight too; both ends the same are no choice.
  function hoursOf(hours) {
    if (hours === null) return null;
    const length = (hours[1] - hours[0] + 24) % 24 || 24;
    return [...Array(length).keys()].map((i) => (hours[0] + i) % 24);
  }

  // One pass. A cell that only one dimension rejects still counts in the view of that dimension, so each view shows what could be chosen
  // instead; a cell that none rejects counts in all. Streets know no such alternative.
  function count(cube, choice) {
    const sums = (size) => ({ complaints: new Int32Array(size), incidents: new Int32Array(size) });
    const views = { part: sums(cube.parts.length), kind: sums(cube.kinds.length), hour: sums(slots), issue: sums(cube.issues.length), district: sums(cube.districts.length) };
    const taken = {
      part: mask(cube.parts.length, choice.part),
      kind: mask(cube.kinds.length, choice.kind),
      hour: mask(slots, hoursOf(choice.hours)),
      issue: mask(cube.issues.length, choice.issue),
      district: mask(cube.districts.length, choice.district === null ? null : [choice.district]),
    };
    const names = Object.keys(views);
    const result = { complaints: 0, incidents: 0, all: { complaints: 0, incidents: 0 }, area: sums(cube.areas.length), dayOnly: 0 };
    const { cells, districtOf } = cube;
    const at = { ...cells, district: cells.area.map((area) => districtOf[area]) };
    const steps = names.map((name) => ({ at: at[name], taken: taken[name], view: views[name] }));
    for (let i = 0; i < cells.size; i++) {
      const complaints = cells.complaints[i];
      const incidents = cells.incidents[i];
      result.all.complaints += complaints;
      result.all.incidents += incidents;
      let rejecting = null;
      let rejections = 0;
      for (const step of steps) {
        if (step.taken[step.at[i]]) continue;
        rejecting = step;
        if (++rejections > 1) break;
      }
      if (rejections > 1) continue;
      const add = (view, place) => {
        view.complaints[place] += complaints;
        view.incidents[place] += incidents;
      };
      if (rejections === 1) {
        add(rejecting.view, rejecting.at[i]);
        continue;
      }
      for (const step of steps) add(step.view, step.at[i]);
      add(result.area, cells.area[i]);
      result.complaints += complaints;
      result.incidents += incidents;
    }
    result.dayOnly = views.hour.complaints[dayOnly];
    return { ...result, ...views, points: points(cube, choice, taken) };
  }

  // Complaints of each hotspot in the choice, most first; those without are left out.
  function points(cube, choice, taken) {
    return cube.points
      .filter((point) => choice.district === null || point.at === choice.district)
      .map((point) => {
        const { cells } = point;
        let complaints = 0;
        for (let i = 0; i < cells.size; i++)
          if (taken.part[cells.part[i]] && taken.kind[cells.kind[i]] && taken.hour[cells.hour[i]] && taken.issue[cells.issue[i]]) complaints += cells.complaints[i];
        return { point, complaints };
      })
      .filter((one) => one.complaints > 0)
      .sort((a, b) => b.complaints - a.complaints || a.point.rank - b.point.rank);
  }

  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));

  const percent = (part, whole) => (whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`);

  const districtName = (cube, place) => cube.districts[place] ?? cube.words.no_district;

  // What is chosen, in words; empty where everything is.
  function words(choice, cube) {
    const say = cube.words;
    const terms = [];
    const list = (places, name) => places.length > 0 && terms.push(places.map(name).join(say.and));
    list(choice.issue, (place) => cube.issues[place]);
    if (choice.hours) {
      const [from, until] = choice.hours;
      terms.push(fill(until > from || until === 0 ? say.hours_word : say.hours_over, { from, until: until === 0 ? 24 : until }));
    }
    list(choice.kind, (place) => say[cube.kinds[place]]);
    list(choice.part, (place) => cube.parts[place].name);
    if (choice.district !== null) terms.push(districtName(cube, choice.district));
    return terms.join(say.comma);
  }

  // The place with most complaints, the first of equals; −1 where there are none. Only the first size places are looked at.
  function top(view, size) {
    let best = -1;
    for (let i = 0; i < size; i++) if (view.complaints[i] > 0 && (best < 0 || view.complaints[i] > view.complaints[best])) best = i;
    return best;
  }

  // The answer in sentences.
  function sentences(choice, counted, cube) {
    const say = cube.words;
    const said = {
      filter: words(choice, cube),
      complaints: number(counted.complaints),
      incidents: number(counted.incidents),
      all: number(counted.all.complaints),
      share: percent(counted.complaints, counted.all.complaints),
    };
    if (counted.complaints === 0) return [fill(say.said, said), say.empty];
    const lines = [fill(isAll(choice) ? say.said_all : say.said, said)];
    const most = [];
    const name = (view, size, text) => {
      const place = top(view, size);
      if (place >= 0) most.push(fill(say.name_count, { name: text(place), count: number(view.complaints[place]) }));
    };
    if (!choice.hours) name(counted.hour, dayOnly, (place) => fill(say.hour, { hour: place }));
    if (choice.district === null) name(counted.district, cube.districts.length, (place) => districtName(cube, place));
    if (choice.issue.length !== 1) name(choice.issue.length === 0 ? counted.issue : only(counted.issue, choice.issue), cube.issues.length, (place) => cube.issues[place]);
    if (most.length > 0) lines.push(fill(say.most, { list: most.join(say.and) }));
    if (!cube.hasHours) lines.push(say.no_hours);
    else if (counted.dayOnly > 0) lines.push(fill(choice.hours ? say.day_only_out : say.day_only, { count: number(counted.dayOnly) }));
    return lines;
  }

  function only(view, places) {
    const complaints = new Int32Array(view.complaints.length);
    for (const place of places) complaints[place] = view.complaints[place];
    return { complaints };
  }

  return { open, parse, format, nothing, isAll, count, words, sentences, hoursOf, number, percent, fill, districtName };
})();
