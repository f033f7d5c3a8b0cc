terraform {
  required_version = ">= 1.5"
  required_providers {
    hcloud = {
      source  = "hetznercloud/hcloud"
      version = "~> 1.45"
    }
  }
  backend "s3" {
    bucket = "fleetline-terraform"
    key    = "production.tfstate"
    region = "eu-central-1"
  }
}

resource "hcloud_network" "fleetline" {
  name     = "fleetline"
  ip_range = "10.30.0.0/16"
}

resource "hcloud_network_subnet" "app" {
  network_id   = hcloud_network.fleetline.id
  type         = "cloud"
  network_zone = "eu-central"
  ip_range     = "10.30.1.0/24"
}

resource "hcloud_server" "app" {
  count       = var.instances
  name        = "fleetline-app-${count.index + 1}"
  server_type = "cpx31"
  image       = "debian-12"
  location    = var.location
  user_data   = file("${path.module}/cloud-init.yml")
  labels      = { role = "app" }

  network {
    network_id = hcloud_network.fleetline.id
  }
}

resource "hcloud_server" "database" {
  name        = "fleetline-db"
  server_type = "ccx33"
  image       = "debian-12"
  location    = var.location
  labels      = { role = "database" }

  network {
    network_id = hcloud_network.fleetline.id
  }
}

resource "hcloud_load_balancer" "public" {
  name               = "fleetline"
  load_balancer_type = "lb11"
  location           = var.location
}

resource "hcloud_load_balancer_target" "app" {
  type             = "label_selector"
  load_balancer_id = hcloud_load_balancer.public.id
  label_selector   = "role=app"
}

resource "hcloud_load_balancer_service" "http" {
  load_balancer_id = hcloud_load_balancer.public.id
  protocol         = "http"
  listen_port      = 80
  destination_port = 8080

  health_check {
    protocol = "http"
    port     = 8081
    interval = 10
    timeout  = 3
    retries  = 3
    http {
      path = "/actuator/health/readiness"
    }
  }
}

resource "hcloud_load_balancer_service" "trackers" {
  load_balancer_id = hcloud_load_balancer.public.id
  protocol         = "tcp"
  listen_port      = 5027
  destination_port = 5027
}
