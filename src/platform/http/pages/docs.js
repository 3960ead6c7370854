fetch('/openapi')
  .then((answer) => answer.json())
  .then((documents) => {
    const wanted = location.pathname.split('/')[2];
    SwaggerUIBundle({
      urls: documents.map(({ title, url }) => ({ name: title, url })),
      'urls.primaryName': documents.find(({ name }) => name === wanted)?.title,
      dom_id: '#swagger-ui',
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: 'StandaloneLayout',
      validatorUrl: null,
      persistAuthorization: true,
    });
  });
