import { Module } from '@nestjs/common';
import { Notifications } from './persistence/notifications.js';

@Module({ providers: [Notifications], exports: [Notifications] })
export class NotificationsModule {}
