variable "instances" {
  type    = number
  default = 2
}

variable "location" {
  type    = string
  default = "fsn1"
}
