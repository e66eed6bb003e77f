// The feed: server-sent events, watched for silence and opened again when the line is lost.

const SILENCE_MS = 40_000; // the server pings every 15 s
const AGAIN_MS = 1_500;

export function follow(onMessage, onLink) {
  let source = null;
  let seen = Date.now();
  let again = 0;

  function open() {
    source?.close();
    source = new EventSource("/api/feed");
    seen = Date.now();
    source.onopen = () => { seen = Date.now(); onLink(true); };
    source.addEventListener("ping", () => { seen = Date.now(); });
    source.onmessage = (event) => {
      seen = Date.now();
      onMessage(JSON.parse(event.data));
    };
    source.onerror = () => {
      onLink(false);
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(open, AGAIN_MS);
      }
    };
  }

  setInterval(() => {
    if (Date.now() - seen > SILENCE_MS) { onLink(false); open(); }
  }, 5_000);
  open();
}

export async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
