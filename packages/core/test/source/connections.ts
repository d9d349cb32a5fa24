/** Connections as Auth0's Management API returns them, with fake values. */
export const sms = (options: object = {}, rest: object = {}): object => ({
  id: 'con_0000000000000000',
  name: 'sms',
  strategy: 'sms',
  is_domain_connection: false,
  enabled_clients: [],
  realms: ['sms'],
  options: {
    from: '+15005550006',
    name: 'SMS OTP',
    totp: { length: 6, time_step: 300 },
    syntax: 'liquid',
    template: 'Your code is {{ code }}',
    twilio_sid: `AC${'0'.repeat(32)}`,
    twilio_token: '##TWILIO_TOKEN##',
    disable_signup: false,
    upstream_params: {},
    messaging_service_sid: null,
    brute_force_protection: true,
    ...options,
  },
  ...rest,
})

export const email = (parts: object = {}, rest: object = {}): object => ({
  name: 'email',
  strategy: 'email',
  options: {
    name: 'email',
    totp: { length: 6, time_step: 300 },
    authParams: { scope: 'openid' },
    email: {
      body: '<b>{{ code }}</b>',
      from: '{{ application.name }} <login@example.com>',
      subject: 'Your code',
      syntax: 'liquid',
      ...parts,
    },
    brute_force_protection: true,
    ...rest,
  },
})

export const json = (value: unknown): string => JSON.stringify(value, undefined, 2)
