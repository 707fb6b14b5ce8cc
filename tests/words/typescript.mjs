// Lets Node 20 import the TypeScript of web/src as it stands: types are taken away file by file, nothing is bundled.
import { register } from 'node:module';

register(new URL('./typescript-hooks.mjs', import.meta.url));
