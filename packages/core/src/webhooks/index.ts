export { listWebhookDeliveries, replayWebhookDelivery } from './delivery-log.ts'
export {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from './manage-endpoints.ts'
