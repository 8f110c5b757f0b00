// What a page has stored in the browser.
async () => [
  ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ...(await indexedDB.databases()).map((database) => `indexedDB ${database.name}`),
  ...(await caches.keys()).map((cache) => `cache ${cache}`),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `service worker ${worker.scope}`),
];
