export { codeword, type Options } from './plugin.ts'
export { type MessagesProject, messagesProject } from './project.ts'
