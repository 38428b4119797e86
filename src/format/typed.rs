//! Feeds a tree to the file's structs again, so that what they refuse is known with its place.

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use super::complaint::Complaint;
use super::error::{Expected, FormatErrorKind, Found};
use super::suggest::nearest;
use super::tree::{Field, Kind, Node, Span, Trouble};

/// What is wrong; the place is known once it has passed the value that it concerns.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) kind: FormatErrorKind,
    pub(super) span: Option<Span>,
    /// For a complaint about two items of a list: the earlier one.
    pub(super) first: Option<Span>,
}

impl Refusal {
    fn new(kind: FormatErrorKind) -> Self {
        Self { kind, span: None, first: None }
    }

    fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self { kind: trouble.kind, span: Some(trouble.span), first: None }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Refusal {}

impl de::Error for Refusal {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self::new(match Complaint::from_words(&message) {
            Some(complaint) => FormatErrorKind::Value(complaint),
            None => FormatErrorKind::Other { message },
        })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(FormatErrorKind::UnknownField { name: name.to_owned(), nearest: nearest(name, known), known })
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(FormatErrorKind::UnknownWord { name: name.to_owned(), nearest: nearest(name, known), known })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(FormatErrorKind::MissingField { name: field.to_owned() })
    }

    fn invalid_length(found: usize, expected: &dyn de::Expected) -> Self {
        // Serde says it in words only: "tuple variant Subject::Stage with 2 elements".
        let words = expected.to_string();
        let expected = words.split(|one: char| !one.is_ascii_digit()).find_map(|digits| digits.parse().ok());
        match expected {
            Some(expected) => Self::new(FormatErrorKind::WrongLength { expected, found }),
            None => Self::new(FormatErrorKind::Other { message: words }),
        }
    }
}

/// A value on its way into the file's structs.
pub(super) struct Typed<'n, 't>(pub(super) &'n Node<'t>);

impl Typed<'_, '_> {
    fn wrong(&self, expected: Expected) -> Refusal {
        let found = match &self.0.kind {
            Kind::Text(_) => Found::Text,
            Kind::Number(_) if expected == Expected::WholeNumber => Found::Fraction,
            Kind::Number(_) => Found::Number,
            Kind::Word(_) => Found::Word,
            Kind::List(_) => Found::List,
            Kind::Record(..) => Found::Record,
            Kind::Tuple(..) => Found::Tuple,
            Kind::Map => Found::Map,
        };
        Refusal::new(FormatErrorKind::WrongType { expected, found }).at(self.head())
    }

    /// The bytes to mark: of something long only the bracket that opens it.
    fn head(&self) -> Span {
        let Span { start, end } = self.0.span;
        let length = match &self.0.kind {
            Kind::List(_) | Kind::Map => 1,
            Kind::Record(name, _) | Kind::Tuple(name, _) => name.map_or(0, str::len).max(1),
            Kind::Text(_) | Kind::Number(_) | Kind::Word(_) => end - start,
        };
        Span { start, end: start + length }
    }

    /// A whole number from 0 to `max`.
    fn whole(&self, max: u64) -> Result<u64, Refusal> {
        let Kind::Number(digits) = &self.0.kind else { return Err(self.wrong(Expected::WholeNumber)) };
        let number = parse_whole(digits).ok_or_else(|| self.wrong(Expected::WholeNumber))?;
        let fitting = u64::try_from(number).ok().filter(|number| *number <= max);
        fitting.ok_or_else(|| Refusal::new(FormatErrorKind::OutOfRange { max }).at(self.head()))
    }

    /// Adds the place to a refusal that has none yet; one about two items gets the places of both.
    fn place<T>(&self, result: Result<T, Refusal>) -> Result<T, Refusal> {
        result.map_err(|mut refusal| {
            if refusal.span.is_some() {
                return refusal;
            }
            let items = self.0.items();
            match refusal.kind {
                FormatErrorKind::Value(Complaint::Twice { first, second }) => {
                    refusal.first = items.get(first).map(key_span);
                    refusal.at(items.get(second).map_or(self.head(), key_span))
                }
                _ => refusal.at(self.head()),
            }
        })
    }
}

/// The bytes that name an item: its first field's value, or all of it.
fn key_span(item: &Node<'_>) -> Span {
    match &item.kind {
        Kind::Record(_, fields) => {
            let named = fields.iter().find(|field| field.name == "id").or_else(|| fields.first());
            named.map_or(item.span, |field| field.value.span)
        }
        _ => item.span,
    }
}

/// A whole number as RON writes them: underscores, `0x`, a type behind it.
fn parse_whole(digits: &str) -> Option<i128> {
    let plain = digits.replace('_', "");
    let (negative, plain) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let size = match plain {
        hex if hex.starts_with("0x") => i128::from_str_radix(hex.get(2..)?, 16),
        binary if binary.starts_with("0b") => i128::from_str_radix(binary.get(2..)?, 2),
        octal if octal.starts_with("0o") => i128::from_str_radix(octal.get(2..)?, 8),
        decimal => decimal.parse(),
    };
    size.ok().map(|size| if negative { -size } else { size })
}

fn parse_number(node: &Node<'_>) -> Option<f64> {
    match &node.kind {
        Kind::Number(digits) => digits.replace('_', "").parse().ok(),
        Kind::Word("inf") => Some(f64::INFINITY),
        Kind::Word("NaN") => Some(f64::NAN),
        _ => None,
    }
}

impl<'de> Deserializer<'de> for Typed<'_, '_> {
    type Error = Refusal;

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.place(visitor.visit_u8(self.whole(u8::MAX.into())? as u8))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.place(visitor.visit_u32(self.whole(u32::MAX.into())? as u32))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.place(visitor.visit_u64(self.whole(u64::MAX)?))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let number = parse_number(self.0).ok_or_else(|| self.wrong(Expected::Number))?;
        // The check for infinity is the visitor's caller's, who cannot know the place.
        if !number.is_finite() {
            return Err(Refusal::new(FormatErrorKind::Value(Complaint::NotFinite)).at(self.head()));
        }
        self.place(visitor.visit_f64(number))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Word("true") => self.place(visitor.visit_bool(true)),
            Kind::Word("false") => self.place(visitor.visit_bool(false)),
            _ => Err(self.wrong(Expected::Flag)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Text(text) => self.place(visitor.visit_str(text)),
            _ => Err(self.wrong(Expected::Text)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Word("None") => visitor.visit_none(),
            Kind::Tuple(Some("Some"), inner) if inner.len() == 1 => inner
                .first()
                .map_or_else(|| Err(self.wrong(Expected::Record)), |inner| visitor.visit_some(Typed(inner))),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::List(items) => self.place(visitor.visit_seq(Items(items.iter()))),
            _ => Err(self.wrong(Expected::List)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Tuple(_, items) if items.len() == length => self.place(visitor.visit_seq(Items(items.iter()))),
            Kind::Tuple(_, items) => {
                let kind = FormatErrorKind::WrongLength { expected: length, found: items.len() };
                Err(Refusal::new(kind).at(self.head()))
            }
            _ => Err(self.wrong(Expected::Tuple)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Record(given, fields) if given.is_none_or(|given| given == name) => {
                self.place(visitor.visit_map(Fields { fields: fields.iter(), value: None }))
            }
            _ => Err(self.wrong(Expected::Record)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match &self.0.kind {
            Kind::Word(_) | Kind::Record(Some(_), _) | Kind::Tuple(Some(_), _) => {
                self.place(visitor.visit_enum(Variant { node: self.0 }))
            }
            _ => Err(self.wrong(Expected::Word(variants))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Refusal> {
        Err(self.wrong(Expected::Record))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u128 f32 char bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

struct Items<'n, 't>(std::slice::Iter<'n, Node<'t>>);

impl<'de> de::SeqAccess<'de> for Items<'_, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        self.0.next().map(|item| Typed(item).place(seed.deserialize(Typed(item)))).transpose()
    }
}

struct Fields<'n, 't> {
    fields: std::slice::Iter<'n, Field<'t>>,
    value: Option<&'n Node<'t>>,
}

impl<'de> de::MapAccess<'de> for Fields<'_, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        self.value = Some(&field.value);
        let name: StrDeserializer<'_, Refusal> = field.name.into_deserializer();
        seed.deserialize(name).map(Some).map_err(|refusal| refusal.at(field.name_span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let value = self.value.ok_or_else(|| Refusal::new(FormatErrorKind::ExpectedValue))?;
        Typed(value).place(seed.deserialize(Typed(value)))
    }
}

struct Variant<'n, 't> {
    node: &'n Node<'t>,
}

impl<'de> de::EnumAccess<'de> for Variant<'_, '_> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Refusal> {
        let name = match &self.node.kind {
            Kind::Word(name) | Kind::Record(Some(name), _) | Kind::Tuple(Some(name), _) => *name,
            _ => "",
        };
        let start = self.node.span.start;
        let name_span = Span { start, end: start + name.len() };
        let name: StrDeserializer<'_, Refusal> = name.into_deserializer();
        let variant = seed.deserialize(name).map_err(|refusal| refusal.at(name_span))?;
        Ok((variant, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, '_> {
    type Error = Refusal;

    fn unit_variant(self) -> Result<(), Refusal> {
        match &self.node.kind {
            Kind::Word(_) => Ok(()),
            _ => Err(Typed(self.node).wrong(Expected::Bare)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refusal> {
        match &self.node.kind {
            Kind::Tuple(_, items) => match items.as_slice() {
                [item] => Typed(item).place(seed.deserialize(Typed(item))),
                items => {
                    let kind = FormatErrorKind::WrongLength { expected: 1, found: items.len() };
                    Err(Refusal::new(kind).at(Typed(self.node).head()))
                }
            },
            Kind::Record(_, fields) if fields.is_empty() => {
                let kind = FormatErrorKind::WrongLength { expected: 1, found: 0 };
                Err(Refusal::new(kind).at(Typed(self.node).head()))
            }
            _ => Err(Typed(self.node).wrong(Expected::Payload)),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Refusal> {
        match &self.node.kind {
            Kind::Tuple(..) => Typed(self.node).deserialize_tuple(length, visitor),
            _ => Err(Typed(self.node).wrong(Expected::Payload)),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match &self.node.kind {
            Kind::Record(_, fields) => {
                Typed(self.node).place(visitor.visit_map(Fields { fields: fields.iter(), value: None }))
            }
            _ => Err(Typed(self.node).wrong(Expected::Payload)),
        }
    }
}
