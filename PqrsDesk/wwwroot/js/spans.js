// Spans of time in words. The units are written alike in both languages.
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GAP = "\u00a0";

const part = (span, unit, wrap) => Math.floor(span / unit) % (wrap ?? Infinity);

/** `3 d 4 h`, `2 h 14 min`, `14 min 05 s`, `40 s`. */
export function remaining(span) {
  if (span >= DAY) return `${part(span, DAY)} d ${part(span, HOUR, 24)} h`.replaceAll(" ", GAP);
  if (span >= HOUR) return `${part(span, HOUR)} h ${part(span, MINUTE, 60)} min`.replaceAll(" ", GAP);
  if (span < MINUTE) return `${part(span, SECOND)}${GAP}s`;
  return `${part(span, MINUTE)} min ${String(part(span, SECOND, 60)).padStart(2, "0")} s`.replaceAll(" ", GAP);
}

/** `−3 d 4 h`, `−2 h 14 min`, `−35 min`, `−40 s`: a delay needs no seconds once it has minutes. */
export function late(span) {
  if (span >= HOUR) return `\u2212${remaining(span)}`;
  if (span >= MINUTE) return `\u2212${part(span, MINUTE)}${GAP}min`;
  return `\u2212${part(span, SECOND)}${GAP}s`;
}

/** `0 min`, `5 min`, `3 h`, `2 d`. */
export function age(span) {
  if (span >= DAY) return `${part(span, DAY)}${GAP}d`;
  if (span >= HOUR) return `${part(span, HOUR)}${GAP}h`;
  return `${Math.max(0, part(span, MINUTE))}${GAP}min`;
}
