import { Module } from '@nestjs/common';
import { OperationsModule } from '#operations';
import { QueueBoardController } from './queue-board.controller.js';

/** The dashboard of the queues, under the sign-in of the technical administration. */
@Module({ imports: [OperationsModule], controllers: [QueueBoardController] })
export class DashboardModule {}
