export { codeword } from './plugin.ts'
export { type MessagesProject, messagesProject } from './project.ts'
