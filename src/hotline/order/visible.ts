/**
 * At least one character that shows: neither a space nor one of those that take no room (joiners, marks of direction,
 * fillers). For the `pattern` of a field.
 */
export const VISIBLE =
  '[^\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb]';
