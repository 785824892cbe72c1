export {
  listWebhookDeliveries,
  readEventDelivery,
  replayFailedDeliveries,
  replayWebhookDelivery,
} from './delivery-log.ts'
export {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from './manage-endpoints.ts'
