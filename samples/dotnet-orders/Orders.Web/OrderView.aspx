<%@ Page Title="Order" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="OrderView.aspx.cs" Inherits="Northgate.Orders.Web.OrderView" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <h1><asp:Literal ID="OrderNoText" runat="server" /></h1>
    <asp:Image ID="LabelImage" runat="server" />
    <asp:GridView ID="LineGrid" runat="server" AutoGenerateColumns="true" />
    <p>Carrier <asp:TextBox ID="CarrierBox" runat="server" Text="Parcelway" /> Tracking <asp:TextBox ID="TrackingBox" runat="server" />
        <asp:Button ID="ShipButton" runat="server" Text="Shipped" OnClick="ShipButton_Click" /></p>
    <p>Reason <asp:TextBox ID="ReasonBox" runat="server" /> <asp:Button ID="CancelButton" runat="server" Text="Cancel order" OnClick="CancelButton_Click" /></p>
    <asp:Label ID="MessageLabel" runat="server" CssClass="error" />
</asp:Content>
