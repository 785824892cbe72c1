/**
 * The names of the arguments in an ICU text, as a type: 'count' for
 * '{count, plural, one {# day} other {# days}}'. A text that needs a value can so not be said
 * without it. Braces are followed one by one; `opts` is inside of an argument, where a brace opens
 * one of its texts, `text` is outside.
 */
export type ArgumentsOf<Text extends string> = string extends Text ? string : Scan<Text, ['text']>

type Level = 'text' | 'opts'

type Scan<
  Text extends string,
  Levels extends readonly Level[],
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer Closed}}${string}`
    ? Scan<Rest<Text, Closed>, Pop<Levels>>
    : Levels extends readonly ['opts', ...infer _]
      ? Scan<After, ['text', ...Levels]>
      : Open<After, Levels>
  : Text extends `${infer Closed}}${string}`
    ? Scan<Rest<Text, Closed>, Pop<Levels>>
    : never

/** What follows the first closing brace. */
type Rest<Text extends string, Closed extends string> = Text extends `${Closed}}${infer After}`
  ? After
  : ''

type Pop<Levels extends readonly Level[]> = Levels extends readonly [
  Level,
  ...infer Outer extends readonly Level[],
]
  ? Outer
  : []

type Open<
  After extends string,
  Levels extends readonly Level[],
> = After extends `${infer Name}}${infer More}`
  ? Name extends `${infer Named},${string}`
    ? After extends `${Named},${infer Options}`
      ? Trim<Named> | Scan<Options, ['opts', ...Levels]>
      : never
    : Trim<Name> | Scan<More, Levels>
  : never

type Trim<Text extends string> = Text extends ` ${infer More}`
  ? Trim<More>
  : Text extends `${infer More} `
    ? Trim<More>
    : Text
