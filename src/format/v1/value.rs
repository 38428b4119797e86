//! What every value of the file can do: become the model's, be left out, be written.

use std::sync::Arc;

use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};

/// A value as the file has it, and the model's value that it stands for.
pub(crate) trait Value: Sized {
    /// What it is in the model.
    type Model;
    /// How a list of such values stands.
    const IN_LIST: Layout = Layout::Flow;

    /// The model's value.
    fn into_model(self) -> Self::Model;

    /// Whether it says nothing, so that its field is left out. Must agree with the field's `Default`.
    fn is_default(_model: &Self::Model) -> bool {
        false
    }

    /// How many touchpoints it brings along.
    fn touchpoints(_model: &Self::Model) -> usize {
        0
    }

    /// Writes the model's value.
    ///
    /// # Errors
    /// When a cap is exceeded or the bytes cannot be handed on.
    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError>;
}

impl<V: Value> Value for Option<V> {
    type Model = Option<V::Model>;

    fn into_model(self) -> Self::Model {
        self.map(V::into_model)
    }

    fn is_default(model: &Self::Model) -> bool {
        model.is_none()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        if let Some(value) = model {
            return V::write(value, out);
        }
        out.word("None");
        Ok(())
    }
}

/// A value that the model shares.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Shared<V>(V);

impl<V: Value> Value for Shared<V> {
    type Model = Arc<V::Model>;

    fn into_model(self) -> Self::Model {
        Arc::new(self.0.into_model())
    }

    fn is_default(model: &Self::Model) -> bool {
        V::is_default(model)
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        V::write(model, out)
    }
}

/// Writes fields that say something: `write_fields!(out; title: Text, …)`, each a local of that name.
macro_rules! write_fields {
    ($out:expr; $($field:ident: $ty:ty),* $(,)?) => {
        $(if !<$ty as $crate::format::v1::value::Value>::is_default($field) {
            $out.field(stringify!($field))?;
            <$ty as $crate::format::v1::value::Value>::write($field, $out)?;
        })*
    };
}

/// A struct of the file that has exactly the fields of the model's struct of that name. A field marked `?` may be
/// left out. Taking the model's struct apart without `..` keeps a new field from being forgotten.
macro_rules! record {
    ($(#[$meta:meta])* $layout:ident $name:ident {
        $($(#[$field_meta:meta])* $field:ident $(? $(@$never:tt)?)? : $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$field_meta])* $(#[serde(default)] $($never)?)? $field: $ty,)*
        }

        impl $crate::format::v1::value::Value for $name {
            type Model = $crate::model::$name;
            const IN_LIST: $crate::format::writer::Layout = $crate::format::writer::Layout::Block;

            fn into_model(self) -> Self::Model {
                let Self { $($field),* } = self;
                $crate::model::$name { $($field: $crate::format::v1::value::Value::into_model($field)),* }
            }

            fn is_default(model: &Self::Model) -> bool {
                let $crate::model::$name { $($field),* } = model;
                true $(&& <$ty as $crate::format::v1::value::Value>::is_default($field))*
            }

            fn write(
                model: &Self::Model,
                out: &mut $crate::format::writer::Writer<'_>,
            ) -> Result<(), $crate::format::error::WriteError> {
                let $crate::model::$name { $($field),* } = model;
                out.open_record($crate::format::writer::Layout::$layout);
                $crate::format::v1::value::write_fields!(out; $($field: $ty),*);
                out.close();
                Ok(())
            }
        }
    };
}

/// An enum of the file with a word for each value of the model's enum of that name; with `default` its field may be
/// left out.
macro_rules! choice {
    (@body $(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal,)* } $is_default:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
        pub(crate) enum $name {
            $(#[serde(rename = $word)] $variant,)*
        }

        impl $crate::format::v1::value::Value for $name {
            type Model = $crate::model::$name;

            fn into_model(self) -> Self::Model {
                match self {
                    $(Self::$variant => $crate::model::$name::$variant,)*
                }
            }

            fn is_default(model: &Self::Model) -> bool {
                let is_default: fn(&Self::Model) -> bool = $is_default;
                is_default(model)
            }

            fn write(
                model: &Self::Model,
                out: &mut $crate::format::writer::Writer<'_>,
            ) -> Result<(), $crate::format::error::WriteError> {
                out.word(match model {
                    $($crate::model::$name::$variant => $word,)*
                });
                Ok(())
            }
        }
    };
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        choice!(@body $(#[$meta])* $name { $($variant = $word,)* } |_| false);
    };
    ($(#[$meta:meta])* $name:ident default $default:ident { $($variant:ident = $word:literal,)* }) => {
        choice!(@body $(#[$meta])* $name { $($variant = $word,)* }
            |model| *model == $crate::model::$name::$default);

        impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        }
    };
}

pub(crate) use {choice, record, write_fields};
