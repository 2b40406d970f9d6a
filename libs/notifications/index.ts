export * from './domain/notification.js';
export { NotificationsModule } from './notifications.module.js';
export { Notifications } from './persistence/notifications.js';
