const PAGES = ['/limit-ticket.html', '/limit-rating.html'];
const fill = async () => (await caches.open('limit')).addAll(PAGES);
addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
const answer = async (request) => (await caches.match(request)) ?? fetch(request);
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
