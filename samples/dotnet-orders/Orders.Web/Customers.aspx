<%@ Page Title="Customers" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="Customers.aspx.cs" Inherits="Northgate.Orders.Web.Customers" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <asp:TextBox ID="SearchBox" runat="server" />
    <asp:Button ID="SearchButton" runat="server" Text="Search" OnClick="SearchButton_Click" />
    <asp:GridView ID="CustomerGrid" runat="server" AutoGenerateColumns="false" DataKeyNames="Id" OnSelectedIndexChanged="CustomerGrid_SelectedIndexChanged">
        <Columns>
            <asp:CommandField ShowSelectButton="true" SelectText="New order" />
            <asp:BoundField DataField="CustomerNo" HeaderText="No" />
            <asp:BoundField DataField="Name" HeaderText="Name" />
            <asp:CheckBoxField DataField="Blocked" HeaderText="Blocked" />
        </Columns>
    </asp:GridView>
</asp:Content>
