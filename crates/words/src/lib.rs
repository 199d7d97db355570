#![allow(missing_docs)]
#[derive(Copy,Clone,PartialEq,Eq,Hash,Debug)] pub enum Lang{En,Es}
impl Lang{ pub const ALL:&'static [Lang]=&[Lang::En,Lang::Es]; pub fn code(self)->&'static str{match self{Lang::En=>"en",Lang::Es=>"es"}} pub fn native_name(self)->&'static str{"x"} pub fn dir(self)->&'static str{"ltr"} pub fn from_code(c:&str)->Option<Self>{Self::ALL.iter().copied().find(|l|l.code()==c)} pub fn negotiate(a:&str)->Self{ if a.starts_with("es"){Lang::Es}else{Lang::En}} }
#[derive(Clone,Debug,Default)] pub struct Terms; impl Terms{ pub fn from_codes(_:&str,_:&str)->Self{Terms} }
#[derive(Clone,Debug)] pub struct Words{lang:Lang}
impl Words{ pub fn new(lang:Lang)->Self{Words{lang}} pub fn with_terms(&self,_:Terms)->Self{self.clone()} pub fn lang(&self)->Lang{self.lang} pub fn date(&self,d:jiff::civil::Date)->String{d.to_string()} pub fn date_time(&self,d:jiff::civil::DateTime)->String{d.to_string()} }
include!(concat!(env!("OUT_DIR"),"/w.rs"));

pub trait Number{fn number(self)->i64;}
impl Number for i64{fn number(self)->i64{self}} impl Number for &i64{fn number(self)->i64{*self}} impl Number for usize{fn number(self)->i64{self as i64}} impl Number for &usize{fn number(self)->i64{*self as i64}}
