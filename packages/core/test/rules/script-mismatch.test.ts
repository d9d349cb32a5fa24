import { byLanguage, ruleCases } from './cases.ts'

const otherwise = 'Your code is @@password@@'

ruleCases('script-mismatch', [
  {
    name: 'a Latin text for Russian readers',
    source: byLanguage({ ru: 'Votre code est @@password@@' }, otherwise),
    at: ['Votre code est'],
    says: 'read Russian',
    severity: 'warning',
  },
  {
    name: 'Hebrew in the Arabic arm',
    source: byLanguage({ ar: 'קוד האימות שלך: @@password@@' }, otherwise),
    at: ['קוד האימות שלך:'],
    says: 'Arabic',
  },
  {
    name: 'Cyrillic for French readers',
    source: byLanguage({ fr: 'Ваш код для входа: @@password@@' }, otherwise),
    at: ['Ваш код для входа:'],
  },
  {
    name: 'the right scripts',
    source: byLanguage(
      {
        ru: 'Ваш код для входа: @@password@@',
        ja: '認証コードはこちらです: @@password@@',
        ko: '인증 코드는 다음과 같습니다: @@password@@',
        zh: '您的验证码是：@@password@@',
      },
      otherwise,
    ),
    at: [],
  },
  {
    name: 'a brand in Latin letters',
    source: byLanguage({ ar: 'رمز Acme Incorporated هو @@password@@' }, otherwise),
    at: [],
  },
  {
    name: 'too short to tell',
    source: byLanguage({ ru: 'Acme: @@password@@' }, otherwise),
    at: [],
  },
])
