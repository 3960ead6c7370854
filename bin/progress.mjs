// Shows that something long is going on: a spinner on a terminal, otherwise a line every few seconds.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const LINE_EVERY_MS = 5000;

/**
 * Runs `work` and shows its label with the elapsed seconds. Returns what `work` returns; a failure is shown and passed on.
 * Everything goes to standard error, so that the output of a command can be piped.
 */
export async function withProgress(label, work, stream = process.stderr) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const stop = stream.isTTY ? spin(label, seconds, stream) : report(label, seconds, stream);
  try {
    const result = await work();
    stop(`${label} ... done in ${seconds()}`);
    return result;
  } catch (error) {
    stop(`${label} ... failed after ${seconds()}`);
    throw error;
  }
}

function spin(label, seconds, stream) {
  let frame = 0;
  const draw = () => stream.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${label} ... ${seconds()}`);
  draw();
  const timer = setInterval(draw, 100);
  return (last) => {
    clearInterval(timer);
    stream.write(`\r\x1b[2K${last}\n`);
  };
}

function report(label, seconds, stream) {
  stream.write(`${label} ...\n`);
  const timer = setInterval(() => stream.write(`${label} ... ${seconds()}\n`), LINE_EVERY_MS);
  return (last) => {
    clearInterval(timer);
    stream.write(`${last}\n`);
  };
}
