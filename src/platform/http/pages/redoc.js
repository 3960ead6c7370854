fetch('/openapi')
  .then((answer) => answer.json())
  .then((documents) => {
    const wanted = location.pathname.split('/')[2];
    const shown = documents.find(({ name }) => name === wanted) ?? documents[0];
    const links = documents.map(({ name, title }) => {
      const link = document.createElement('a');
      link.href = `/redoc/${name}`;
      link.textContent = title;
      if (name === shown.name) link.setAttribute('aria-current', 'page');
      return link;
    });
    document.querySelector('#documents').append(...links);
    Redoc.init(shown.url, { hideDownloadButton: false, nativeScrollbars: true }, document.querySelector('#redoc'));
  });
