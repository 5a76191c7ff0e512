import { join } from 'node:path';
import { createRequire } from 'node:module';
import express, { Router } from 'express';
import { describeApi, endpoints } from '@curlew/contract';

const files = join(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'), '..');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Curlew API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script>
</body>
</html>
`;

const openPage = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true });\n`;

/** The description of the API for programs, and a page to read it. */
export const docsRouter = (): Router => {
  const router = Router();
  const description = describeApi(endpoints, '0.1.0');
  router.get('/api/openapi.json', (_request, response) => {
    response.json(description);
  });
  router.get(['/api/docs', '/api/docs/'], (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/api/docs/open.js', (_request, response) => {
    response.type('js').send(openPage);
  });
  router.use('/api/docs', express.static(files, { index: false }));
  return router;
};
