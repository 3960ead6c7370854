fetch('/health')
  .then((answer) => answer.json())
  .then(({ status, version, environment }) => {
    document.querySelector('#status').textContent = `Version ${version}, ${environment}, ${status}.`;
  })
  .catch(() => {
    document.querySelector('#status').textContent = 'The server does not answer.';
  });

// The examples name this server, wherever it runs.
for (const code of document.querySelectorAll('code')) {
  code.textContent = code.textContent.replace('localhost:8000', location.host);
}
