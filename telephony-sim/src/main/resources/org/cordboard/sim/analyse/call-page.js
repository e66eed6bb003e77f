'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);
const RATE = 8000, total = data.lengthMs;

// ---- sound: μ-law (ITU-T G.711) to 16 bits ----
function decode(base64) {
  const raw = atob(base64), out = new Int16Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    const bits = ~raw.charCodeAt(i) & 255, size = (((bits & 15) << 3) + 132 << ((bits & 112) >> 4)) - 132;
    out[i] = bits & 128 ? -size : size;
  }
  return out;
}
const said = decode(data.audio.caller), heard = decode(data.audio.heard);
function wav(left, right) {
  const view = new DataView(new ArrayBuffer(44 + left.length * 4));
  const text = (at, s) => { for (let i = 0; i < s.length; i++) view.setUint8(at + i, s.charCodeAt(i)); };
  text(0, 'RIFF'); view.setUint32(4, 36 + left.length * 4, true); text(8, 'WAVEfmt '); view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); view.setUint16(22, 2, true); view.setUint32(24, RATE, true); view.setUint32(28, RATE * 4, true);
  view.setUint16(32, 4, true); view.setUint16(34, 16, true); text(36, 'data'); view.setUint32(40, left.length * 4, true);
  for (let i = 0; i < left.length; i++) { view.setInt16(44 + i * 4, left[i], true); view.setInt16(46 + i * 4, right[i], true); }
  return URL.createObjectURL(new Blob([view], {type: 'audio/wav'}));
}
const audio = $('audio');
let url = '';
function load(sides) {
  const at = audio.currentTime || 0, playing = !audio.paused;
  if (url) URL.revokeObjectURL(url);
  url = sides === 'caller' ? wav(said, said) : sides === 'heard' ? wav(heard, heard) : wav(said, heard);
  audio.src = url; audio.currentTime = at; audio.playbackRate = +$('speed').value;
  if (playing) audio.play();
}
// Peaks of 5 ms, so that a long call draws quickly.
function peaks(samples) {
  const count = Math.ceil(samples.length / 40), low = new Int16Array(count), high = new Int16Array(count);
  for (let i = 0; i < samples.length; i++) {
    const at = i / 40 | 0, s = samples[i];
    if (s < low[at]) low[at] = s;
    if (s > high[at]) high[at] = s;
  }
  return {low, high, samples};
}
const saidPeaks = peaks(said), heardPeaks = peaks(heard);

// ---- view ----
let from = 0, to = total;
const css = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
const time = ms => { const s = Math.max(0, ms) / 1000; return Math.floor(s / 60) + ':' + (s % 60).toFixed(1).padStart(4, '0'); };
const tone = ms => ms <= 1000 ? 'good' : ms <= 2000 ? 'fair' : 'bad';
function sized(canvas) {
  const scale = devicePixelRatio || 1, width = canvas.clientWidth, height = +canvas.getAttribute('height');
  canvas.style.height = height + 'px';
  if (canvas.width !== Math.round(width * scale)) { canvas.width = Math.round(width * scale); }
  canvas.height = Math.round(height * scale);
  const g = canvas.getContext('2d');
  g.setTransform(scale, 0, 0, scale, 0, 0); g.clearRect(0, 0, width, height);
  g.font = '12px system-ui, sans-serif'; g.textBaseline = 'middle';
  return {g, width, height};
}
function wave(g, source, a, b, width, top, height, colour) {
  g.fillStyle = colour;
  const mid = top + height / 2, gain = height / 2 / 22000, per = (b - a) / width;
  for (let x = 0; x < width; x++) {
    const t0 = a + x * per, t1 = t0 + per;
    let lo = 0, hi = 0;
    if (per >= 5) {
      for (let i = Math.floor(t0 / 5); i <= Math.floor(t1 / 5) && i < source.low.length; i++) { lo = Math.min(lo, source.low[i]); hi = Math.max(hi, source.high[i]); }
    } else {
      for (let i = Math.floor(t0 * 8); i <= t1 * 8 && i < source.samples.length; i++) { lo = Math.min(lo, source.samples[i]); hi = Math.max(hi, source.samples[i]); }
    }
    const y0 = mid - Math.min(height / 2, hi * gain), y1 = mid - Math.max(-height / 2, lo * gain);
    g.fillRect(x, y0, 1, Math.max(1, y1 - y0));
  }
}
const LANES = {ruler: [0, 22], phase: [24, 20], callerText: [50, 18], caller: [68, 92], gaps: [164, 40], heard: [208, 92], heardText: [300, 18], floor: [326, 22], events: [354, 62]};
const LEFT = 74;
const x = (ms, width) => LEFT + (ms - from) / (to - from) * (width - LEFT);
const ms = (px, width) => from + (px - LEFT) / (width - LEFT) * (to - from);
let hot = [];

function spot(x0, x1, lane, text, at) { hot.push({x0: Math.min(x0, x1 - 3), x1: Math.max(x1, x0 + 3), y0: lane[0], y1: lane[0] + lane[1], text, at}); }
function clipped(g, text, room) {
  if (room < 16) return '';
  if (g.measureText(text).width <= room) return text;
  let n = text.length;
  while (n > 1 && g.measureText(text.slice(0, n) + '…').width > room) n = n > 40 ? n - 8 : n - 1;
  return n > 1 ? text.slice(0, n) + '…' : '';
}
const PHASES = {RINGING: 'soft', CONVERSING: 'heard', TRANSFERRING: 'fair', BRIDGED: 'person', ENDED: 'soft'};
const lastIn = (list, test) => { let found = null; for (const each of list) if (test(each)) found = each; return found; };

// Words belong to the stretch of speech they were understood from, or spoken in.
const heardEnds = data.notes.filter(n => n.kind === 'prompt_heard');
function turnStart(list, others, until) {
  let i = -1;
  list.forEach((s, k) => { if (s.fromMs <= until + 100) i = k; });
  while (i > 0) {
    const gap = list[i].fromMs - list[i - 1].fromMs - list[i - 1].lengthMs, before = list[i - 1].fromMs + list[i - 1].lengthMs;
    if (gap > 1500 || others.some(o => o.fromMs >= before && o.fromMs < list[i].fromMs)) break;
    i--;
  }
  return i < 0 ? until : list[i].fromMs;
}
const lines = [];
let spokenTo = 0;
for (const n of data.notes) {
  if (n.kind === 'caller_said' || n.kind === 'person_said') {
    const mine = n.kind === 'caller_said';
    const at = turnStart(mine ? data.report.caller : data.report.heard, mine ? data.report.heard : data.report.caller, n.atMs);
    lines.push({at: lines.some(l => l.who === n.kind && l.at >= at) ? n.atMs : at, who: n.kind, text: n.text, detail: n.detail});
  } else if (n.kind === 'ai_said') {
    // One prompt begins where the one before it was heard to end.
    const s = data.report.heard.find(h => h.fromMs + h.lengthMs >= Math.max(n.atMs, spokenTo + 250));
    const end = heardEnds.find(e => e.atMs >= n.atMs && n.text.startsWith(e.text.replace(/…$/, '').slice(0, 12)));
    const last = lastIn(lines, l => l.who === 'ai_said');
    let at = s ? Math.max(s.fromMs, Math.min(spokenTo, s.fromMs + s.lengthMs)) : n.atMs;
    if (last && at <= last.at) at = last.at + 60 * last.text.length;
    lines.push({at, who: n.kind, text: n.text, detail: n.detail});
    if (end) spokenTo = end.atMs;
  }
}
lines.sort((a, b) => a.at - b.at);
const phases = [];
for (const n of data.notes) if (n.kind === 'phase') { if (phases.length) phases[phases.length - 1].to = n.atMs; phases.push({from: n.atMs, to: total, name: n.text}); }
function floorSpans() {
  const edges = new Set([0, total]);
  for (const s of data.report.caller.concat(data.report.heard)) { edges.add(s.fromMs); edges.add(s.fromMs + s.lengthMs); }
  const sorted = [...edges].sort((a, b) => a - b), spans = [];
  const on = (list, t) => list.some(s => s.fromMs <= t && t < s.fromMs + s.lengthMs);
  for (let i = 0; i + 1 < sorted.length; i++) {
    const mid = (sorted[i] + sorted[i + 1]) / 2, c = on(data.report.caller, mid), h = on(data.report.heard, mid);
    spans.push({from: sorted[i], to: sorted[i + 1], who: c && h ? 'both' : c ? 'listen' : h ? 'speak' : 'none'});
  }
  return spans;
}
const floors = floorSpans();
const FLOOR = {both: 'both speak', listen: 'the caller speaks', speak: 'the other side speaks', none: 'nobody speaks'};
const EVENTS = {tool: ['tool', 'caller'], tool_done: ['tool answered', 'caller'], rule: ['rule', 'fair'], transfer: ['transfer', 'person'], trouble: ['trouble', 'bad'], read_back: ['read back', 'heard'], ended: ['ended', 'soft'], caller_sound: ['sound', 'soft']};

function draw() {
  hot = [];
  const {g, width, height} = sized($('lanes'));
  const ink = css('ink'), soft = css('soft'), line = css('line');
  const X = t => x(t, width);
  const label = (lane, text, colour) => { g.fillStyle = colour || soft; g.textAlign = 'left'; g.fillText(text, 12, lane[0] + lane[1] / 2); };
  // ruler
  const span = to - from, step = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 30000, 60000, 120000, 300000].find(s => s / span * (width - LEFT) > 74) || 600000;
  for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
    const at = X(t);
    g.fillStyle = line; g.fillRect(at, LANES.ruler[0] + 18, 1, height);
    g.fillStyle = soft; g.textAlign = 'center'; g.fillText(step < 1000 ? (t / 1000).toFixed(1) + ' s' : time(t).replace(/\.0$/, ''), Math.max(LEFT + 16, at), 11);
  }
  g.save(); g.beginPath(); g.rect(LEFT, 0, width - LEFT, height); g.clip();
  for (const p of phases) {
    const a = X(p.from), b = X(p.to), lane = LANES.phase;
    g.globalAlpha = .22; g.fillStyle = css(PHASES[p.name] || 'soft'); g.fillRect(a, lane[0], b - a - 1, lane[1]); g.globalAlpha = 1;
    const left = Math.max(a, LEFT);
    g.fillStyle = ink; g.textAlign = 'left'; g.fillText(clipped(g, p.name.toLowerCase(), b - left - 12), left + 6, lane[0] + lane[1] / 2);
    spot(a, b, lane, p.name.toLowerCase() + '\n' + time(p.from) + ' – ' + time(p.to), p.from);
  }
  const speech = (list, lane, name) => { for (const s of list) {
    const a = X(s.fromMs), b = X(s.fromMs + s.lengthMs);
    if (b < LEFT || a > width) continue;
    g.fillStyle = css(name === 'caller' ? 'listen' : 'speak'); g.globalAlpha = .45; g.fillRect(a, lane[0], b - a, lane[1]); g.globalAlpha = 1;
    const words = lines.filter(l => (l.who === 'caller_said') === (name === 'caller') && l.at >= s.fromMs && l.at < s.fromMs + s.lengthMs).map(l => '“' + l.text + '”').join('\n');
    spot(a, b, lane, (name === 'caller' ? 'the caller' : 'heard') + '  ' + time(s.fromMs) + ' – ' + time(s.fromMs + s.lengthMs) + '  (' + (s.lengthMs / 1000).toFixed(2) + ' s)' + (words ? '\n' + words : ''), s.fromMs);
  } };
  speech(data.report.caller, LANES.caller, 'caller'); speech(data.report.heard, LANES.heard, 'heard');
  g.translate(LEFT, 0);
  wave(g, saidPeaks, from, to, width - LEFT, LANES.caller[0], LANES.caller[1], css('caller'));
  wave(g, heardPeaks, from, to, width - LEFT, LANES.heard[0], LANES.heard[1], css('heard'));
  g.translate(-LEFT, 0);
  // words
  const texts = (mine, lane) => {
    const list = lines.filter(l => (l.who === 'caller_said') === mine);
    list.forEach((l, i) => {
      const a = Math.max(X(l.at), LEFT), b = i + 1 < list.length ? X(list[i + 1].at) : width;
      if (b < LEFT || a > width) return;
      g.fillStyle = css(mine ? 'caller' : l.who === 'person_said' ? 'person' : 'heard'); g.textAlign = 'left';
      const shown = clipped(g, l.text, b - a - 10);
      g.fillText(shown, a + 2, lane[0] + lane[1] / 2);
      if (shown) spot(a, a + g.measureText(shown).width, lane, '“' + l.text + '”' + (l.detail ? '\n' + l.detail.toLowerCase() : ''), l.at);
    });
  };
  texts(true, LANES.callerText); texts(false, LANES.heardText);
  // latencies
  const lane = LANES.gaps, y = lane[0] + lane[1] / 2;
  let told = 0;
  for (const r of data.replies) {
    const a = X(r.fromMs), b = X(r.fromMs + r.lengthMs);
    if (b < LEFT || a > width) continue;
    const colour = css(r.kind === 'greeting' ? 'soft' : tone(r.lengthMs));
    g.globalAlpha = .18; g.fillStyle = colour; g.fillRect(a, lane[0] - 4, Math.max(2, b - a), lane[1] + 8); g.globalAlpha = 1;
    g.fillStyle = colour; g.fillRect(a, y + 9, Math.max(2, b - a), 2); g.fillRect(a, y + 5, 1.5, 10); g.fillRect(b - 1, y + 5, 1.5, 10);
    g.textAlign = 'center';
    const text = r.lengthMs + ' ms', half = g.measureText(text).width / 2, at = Math.max(LEFT + half, (a + b) / 2);
    if (at - half > told + 6) { g.fillText(text, at, y - 5); told = at + half; }
    spot(Math.min(a, (a + b) / 2 - 22), Math.max(b, (a + b) / 2 + 22), lane, r.kind + ': ' + r.lengthMs + ' ms\n' + r.farMs + ' ms with ' + data.networkMs + ' ms each way\n' + time(r.fromMs) + ' – ' + time(r.fromMs + r.lengthMs), Math.max(0, r.fromMs - 1000));
  }
  for (const u of data.report.unanswered) {
    const a = X(u.fromMs), b = X(u.fromMs + u.lengthMs);
    g.fillStyle = css('bad'); g.globalAlpha = .25; g.fillRect(a, lane[0] - 4, b - a, lane[1] + 8); g.globalAlpha = 1;
    spot(a, b, lane, 'not answered: the caller had to speak again after ' + (u.lengthMs / 1000).toFixed(2) + ' s', u.fromMs);
  }
  for (const b of data.report.bargeIns) {
    const a = X(b.fromMs), end = X(b.fromMs + b.stopMs);
    if (end < LEFT || a > width) continue;
    g.fillStyle = css('play'); g.fillRect(a, y + 9, end - a, 3); g.fillRect(a, LANES.caller[0] + 60, 1.5, 88);
    g.textAlign = 'left'; g.fillText('stop ' + b.stopMs + ' ms', a + 6, y + 19);
    spot(a - 6, end + 6, lane, 'barge-in: the voice stopped after ' + b.stopMs + ' ms' + (b.duckMs === undefined ? ', without becoming softer first' : ', was softer after ' + b.duckMs + ' ms') + (b.riseMs === undefined ? '' : ' and back after ' + b.riseMs + ' ms'), Math.max(0, b.fromMs - 1500));
  }
  for (const [list, name] of [[data.report.holes, 'hole in speech'], [data.report.clippedStarts, 'clipped start'], [data.report.deadAir, 'dead air']]) for (const h of list) {
    const a = X(h.fromMs), b = Math.max(a + 3, X(h.fromMs + h.lengthMs)), l = LANES.heard;
    g.fillStyle = css('bad'); g.fillRect(a, l[0] - 4, b - a, 3); g.fillRect(a, l[0] + l[1] + 1, b - a, 3);
    spot(a, b, [l[0] - 8, 12], name + ': ' + h.lengthMs + ' ms at ' + time(h.fromMs), Math.max(0, h.fromMs - 500));
  }
  for (const f of floors) {
    const a = X(f.from), b = X(f.to), l = LANES.floor;
    if (b < LEFT || a > width) continue;
    g.fillStyle = css(f.who); g.fillRect(a, l[0], b - a, l[1]);
    spot(a, b, l, FLOOR[f.who] + ': ' + ((f.to - f.from) / 1000).toFixed(2) + ' s', f.from);
  }
  // events, in as many rows as they need
  const ends = [0, 0, 0], l = LANES.events;
  for (const n of data.notes) {
    const as = EVENTS[n.kind];
    if (!as || n.kind === 'caller_sound' && n.text === 'speech') continue;
    const a = X(n.atMs);
    if (a < LEFT - 4 || a > width) continue;
    let row = ends.findIndex(end => end <= a); if (row < 0) row = 2;
    const cy = l[0] + 10 + row * 20;
    g.fillStyle = css(as[1]); g.beginPath(); g.arc(a, cy, 4, 0, 7); g.fill();
    const words = n.text.toLowerCase().replaceAll('_', ' ');
    const last = width - a < 60 && ends[row] <= a - g.measureText(words).width - 12; // at the edge: before its dot
    const shown = last ? words : ends[row] <= a ? clipped(g, words, Math.min(150, width - a - 12)) : '';
    g.fillStyle = soft; g.textAlign = last ? 'right' : 'left'; g.fillText(shown, last ? a - 8 : a + 8, cy);
    ends[row] = a + (shown && !last ? g.measureText(shown).width + 20 : 8);
    spot(a - 5 - (last ? g.measureText(shown).width : 0), a + 8 + (last ? 0 : g.measureText(shown).width), [cy - 9, 18], as[0] + ': ' + n.text + (n.detail ? '\n' + n.detail : '') + '\n' + time(n.atMs), n.atMs);
  }
  const now = X(audio.currentTime * 1000);
  g.fillStyle = css('play'); g.fillRect(now - .75, 16, 1.5, height);
  g.beginPath(); g.moveTo(now - 5, 16); g.lineTo(now + 5, 16); g.lineTo(now, 23); g.fill();
  g.restore();
  g.fillStyle = css('card'); g.fillRect(0, 0, LEFT - 2, height);
  if (phases.length) label(LANES.phase, 'state');
  label(LANES.caller, 'caller', css('caller')); label(LANES.gaps, 'reply'); label(LANES.heard, 'heard', css('heard')); label(LANES.floor, 'floor');
  if (data.notes.length) label([l[0], 20], 'events');
  overview();
}
function overview() {
  const {g, width, height} = sized($('whole')), per = t => t / total * width;
  wave(g, saidPeaks, 0, total, width, 2, height / 2 - 2, css('caller')); wave(g, heardPeaks, 0, total, width, height / 2, height / 2 - 2, css('heard'));
  g.fillStyle = css('bg'); g.globalAlpha = .72; g.fillRect(0, 0, per(from), height); g.fillRect(per(to), 0, width, height); g.globalAlpha = 1;
  g.strokeStyle = css('soft'); g.strokeRect(per(from) + .5, .5, per(to) - per(from) - 1, height - 1);
  g.fillStyle = css('play'); g.fillRect(per(audio.currentTime * 1000), 0, 1.5, height);
}
function show(a, b) {
  const span = Math.min(total, Math.max(400, b - a));
  from = Math.max(0, Math.min(a, total - span)); to = from + span; draw();
}
function zoom(by, at) { const span = (to - from) * by; show(at - (at - from) * by, at - (at - from) * by + span); }
function seek(at, play) {
  audio.currentTime = Math.max(0, Math.min(at, total - 1)) / 1000;
  if (at < from || at > to) show(at - (to - from) * .2, at + (to - from) * .8);
  if (play) audio.play();
  moved();
}

// ---- controls ----
const lanes = $('lanes'), tip = $('tip');
let grab = null;
lanes.addEventListener('pointerdown', e => { grab = {x: e.offsetX, from, to, moved: false}; lanes.setPointerCapture(e.pointerId); });
lanes.addEventListener('pointermove', e => {
  if (grab && Math.abs(e.offsetX - grab.x) > 4) {
    grab.moved = true;
    const by = (grab.x - e.offsetX) / (lanes.clientWidth - LEFT) * (grab.to - grab.from);
    show(grab.from + by, grab.to + by);
  }
  const over = lastIn(hot, h => e.offsetX >= h.x0 && e.offsetX <= h.x1 && e.offsetY >= h.y0 && e.offsetY <= h.y1);
  tip.style.display = e.offsetX > LEFT ? 'block' : 'none';
  tip.textContent = over ? over.text : time(ms(e.offsetX, lanes.clientWidth));
  tip.style.left = Math.min(innerWidth - tip.offsetWidth - 8, e.clientX + 14) + 'px';
  tip.style.top = Math.min(innerHeight - tip.offsetHeight - 8, e.clientY + 16) + 'px';
});
lanes.addEventListener('pointerup', e => { if (grab && !grab.moved && e.offsetX > LEFT) seek(ms(e.offsetX, lanes.clientWidth), true); grab = null; });
lanes.addEventListener('pointerleave', () => { tip.style.display = 'none'; });
lanes.addEventListener('wheel', e => { e.preventDefault(); if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) { const by = e.deltaX / lanes.clientWidth * (to - from); show(from + by, to + by); } else zoom(e.deltaY > 0 ? 1.2 : 1 / 1.2, ms(Math.max(LEFT, e.offsetX), lanes.clientWidth)); }, {passive: false});
let dragging = false;
const whole = $('whole');
const centre = e => { const at = e.offsetX / whole.clientWidth * total, half = (to - from) / 2; show(at - half, at + half); };
whole.addEventListener('pointerdown', e => { dragging = true; if (to - from >= total) show(0, total / 4); centre(e); whole.setPointerCapture(e.pointerId); });
whole.addEventListener('pointermove', e => { if (dragging) centre(e); });
whole.addEventListener('pointerup', () => { dragging = false; });
const toggle = () => audio.paused ? audio.play() : audio.pause();
$('play').onclick = toggle;
$('sides').onchange = e => load(e.target.value);
$('speed').onchange = e => { audio.playbackRate = +e.target.value; };
$('in').onclick = () => zoom(1 / 1.6, (from + to) / 2); $('out').onclick = () => zoom(1.6, (from + to) / 2); $('fit').onclick = () => show(0, total);
document.addEventListener('keydown', e => {
  if (e.target.tagName === 'SELECT' || e.target.tagName === 'BUTTON') return;
  if (e.key === ' ') { e.preventDefault(); toggle(); }
  if (e.key === 'ArrowLeft') seek(audio.currentTime * 1000 - 1000); if (e.key === 'ArrowRight') seek(audio.currentTime * 1000 + 1000);
});
function dress(dark) { document.documentElement.classList.toggle('dark', dark); $('theme').textContent = dark ? 'Light' : 'Dark'; draw(); }
$('theme').onclick = () => dress(!document.documentElement.classList.contains('dark'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', e => dress(e.matches));
const items = [];
function moved() {
  const at = audio.currentTime * 1000;
  $('clock').textContent = time(at) + ' / ' + time(total); $('play').textContent = audio.paused ? 'Play' : 'Pause';
  let now = null; for (const i of items) if (i.at <= at + 50) now = i;
  for (const i of items) i.li.classList.toggle('now', i === now && at > 0);
  if (!audio.paused && at > to) show(at, at + to - from); else draw();
}
for (const event of ['play', 'pause', 'seeked', 'ended']) audio.addEventListener(event, moved);
(function tick() { if (!audio.paused) moved(); requestAnimationFrame(tick); })();

// ---- words and figures ----
function el(name, text, cls) { const e = document.createElement(name); if (text !== undefined) e.textContent = text; if (cls) e.className = cls; return e; }
function table(where, head, rows) {
  if (!rows.length) { $(where).append(el('p', 'none', 'empty')); return; }
  const t = el('table'), h = el('tr'); head.forEach(c => h.append(el('th', c))); t.append(h);
  for (const r of rows) {
    const tr = el('tr');
    r.cells.forEach(c => { const td = el('td', typeof c === 'object' ? c.text : c); if (c.tone) td.className = c.tone; tr.append(td); });
    if (r.at !== undefined) { tr.className = 'go'; tr.tabIndex = 0; tr.onclick = () => seek(Math.max(0, r.at - 1500), true); tr.onkeydown = e => { if (e.key === 'Enter') tr.onclick(); }; }
    t.append(tr);
  }
  $(where).append(t);
}
const rank = (list, p) => list.length ? list[Math.max(0, Math.ceil(p / 100 * list.length) - 1)] : 0;
const sorted = data.replies.filter(r => r.kind !== 'greeting').map(r => r.lengthMs).sort((a, b) => a - b);
function tile(name, value, cls) { const t = el('div', undefined, 'tile'); t.append(el('b', value, cls), el('span', name)); $('tiles').append(t); }
const none = n => n === 0 ? 'good' : 'bad';
if (sorted.length) { tile('reply, median', (rank(sorted, 50) / 1000).toFixed(2) + ' s', tone(rank(sorted, 50))); tile('reply, 95 of 100', (rank(sorted, 95) / 1000).toFixed(2) + ' s', tone(rank(sorted, 95))); }
tile('replies', sorted.length); tile('not answered', data.report.unanswered.length, none(data.report.unanswered.length));
tile('barge-ins', data.report.bargeIns.length); tile('both at once', data.report.overlaps.length);
tile('holes in speech', data.report.holes.length, none(data.report.holes.length)); tile('clipped starts', data.report.clippedStarts.length, none(data.report.clippedStarts.length));
tile('dead air over 4 s', data.report.deadAir.length, none(data.report.deadAir.length));
const kinds = [...new Set(data.replies.map(r => r.kind))];
table('kinds', ['kind', 'n', 'p50', 'p95', 'max', 'p50 far', 'p95 far'], kinds.map(k => {
  const list = data.replies.filter(r => r.kind === k), near = list.map(r => r.lengthMs).sort((a, b) => a - b), far = list.map(r => r.farMs).sort((a, b) => a - b);
  const cell = v => ({text: v + ' ms', tone: k === 'greeting' ? '' : tone(v)});
  return {cells: [k, list.length, cell(rank(near, 50)), cell(rank(near, 95)), cell(near[near.length - 1]), rank(far, 50) + ' ms', rank(far, 95) + ' ms']};
}));
$('network').textContent = 'Near: at the carrier’s edge, no network. Far: as a caller ' + data.networkMs + ' ms away hears it, ' + 2 * data.networkMs + ' ms more (there and back; one way for the greeting); computed, the call was not played so.';
table('replies', ['at', 'kind', 'reply'], data.replies.map(r => ({at: r.fromMs, cells: [time(r.fromMs), r.kind, {text: r.lengthMs + ' ms', tone: r.kind === 'greeting' ? '' : tone(r.lengthMs)}]})));
table('barges', ['at', 'caller spoke', 'softer after', 'back after', 'stopped after'], data.report.bargeIns.map(b => ({at: b.fromMs, cells: [time(b.fromMs), (b.lengthMs / 1000).toFixed(2) + ' s', b.duckMs === undefined ? '–' : b.duckMs + ' ms', b.riseMs === undefined ? '–' : b.riseMs + ' ms', b.stopMs + ' ms']})));
const share = r => r.of ? (100 * r.share).toFixed(0) + ' %  (' + r.hits + ' of ' + r.of + ')' : 'not measured', mean = l => l.count ? (l.meanMs / 1000).toFixed(2) + ' s  (' + l.count + ')' : 'not measured', p = data.panel;
table('panel', ['metric', 'value'], [['L_R  reply, mean', mean(p.L_R)], ['R_R  turns replied to', share(p.R_R)], ['L_Y  yield, mean', mean(p.L_Y)], ['R_Y  interruptions yielded to', share(p.R_Y)], ['I_A  other side broke in', p.I_A.rate.toFixed(2) + ' a turn  (' + p.I_A.events + ')'], ['S_BC  backchannels talked through', share(p.S_BC)], ['S_VT  tics ignored', share(p.S_VT)], ['S_ND  words to others ignored', share(p.S_ND)]].map(cells => ({cells})));
const WHO = {caller_said: ['caller', 'caller'], ai_said: ['AI', 'heard'], person_said: ['person', 'person']};
const NOTES = {tool: 'calls', tool_done: 'answer', rule: 'rule', transfer: 'transfer', trouble: 'trouble', phase: 'state', ended: 'ended'};
const script = lines.map(l => ({at: l.at, who: WHO[l.who][0], colour: WHO[l.who][1], text: l.text}))
  .concat(data.notes.filter(n => NOTES[n.kind]).map(n => ({at: n.atMs, who: NOTES[n.kind], note: true, text: (n.text + (n.detail ? ' · ' + n.detail : '')).replaceAll('_', ' ')})))
  .concat(data.replies.map(r => ({at: r.fromMs + r.lengthMs - 1, who: '', note: true, text: '⟶ ' + r.kind + ' after ' + r.lengthMs + ' ms', tone: r.kind === 'greeting' ? '' : tone(r.lengthMs)})))
  .sort((a, b) => a.at - b.at);
for (const s of script) {
  const li = el('li', undefined, s.note ? 'note' : ''), who = el('i', s.who), text = el('span', s.text, s.tone);
  if (s.colour) who.style.color = 'var(--' + s.colour + ')';
  li.append(el('time', time(s.at)), who, text); li.tabIndex = 0;
  li.onclick = () => seek(s.at, true); li.onkeydown = e => { if (e.key === 'Enter') li.onclick(); };
  $('script').append(li); if (!s.note) items.push({at: s.at, li});
}
if (!script.length) $('script').append(el('p', 'No words: the recording came without the call’s ledger.', 'empty'));
document.title = data.title; $('title').textContent = data.title; $('meta').textContent = (total / 1000).toFixed(1) + ' s' + (data.begun ? ', begun ' + data.begun.replace('T', ' ').replace(/\.\d+Z$/, 'Z') : '');
load('both');
addEventListener('resize', draw);
dress(matchMedia('(prefers-color-scheme: dark)').matches);
moved();
