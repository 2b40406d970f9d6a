export { AuthModule } from './auth.module.js';
export { AuthOptions } from './auth-options.js';
